import type { Address, Attachment, Email } from 'postal-mime';
import { cleanLine, messageIdsIn } from './clean.rules.ts';
import { safeFileName } from './file-name.rules.ts';
import type { MailAddress, MailAttachment, MailLimits } from './mail.types.ts';
import { sniffType } from './sniff.rules.ts';

const maxNameChars = 200;
const maxAddressChars = 320;
const earliestMs = Date.UTC(1900, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

/** Groups are flattened; an address without `@` is kept as a name only. */
export function readAddresses(addresses: readonly Address[] | undefined): MailAddress[] {
  const flat = (addresses ?? []).flatMap((entry) => entry.group ?? [entry]);
  return flat.map(readAddress).filter((entry) => entry.address !== '' || entry.name !== '');
}

function readAddress({
  name,
  address,
}: {
  readonly name: string;
  readonly address: string;
}): MailAddress {
  const plain = cleanLine(address, maxAddressChars).replace(/\([^()]*\)|[\s<>]/g, '');
  const usable = /^[^@]+@[^@]+$/.test(plain);
  return {
    name: cleanLine(name || (usable ? '' : address), maxNameChars),
    address: usable ? plain : '',
  };
}

/**
 * The date a mail claims, or null when it is missing, unreadable or absurd. Comments and spaces in the time
 * are no more written, and still allowed: "21 Nov 97 09(morning): 55 : 06 -0600".
 */
export function readDate(value: string | undefined): Date | null {
  const plain = (value ?? '').slice(0, 200).replace(/\([^()]*\)/g, ' ');
  const date = new Date(plain.replace(/\s*:\s*/g, ':').trim());
  const time = date.getTime();
  const unsetClock = Math.abs(time) < 86_400_000;
  return time >= earliestMs && time < latestMs && !unsetClock ? date : null;
}

/** The thread's ids, oldest first: the first is the thread's root and is always kept, then the newest. */
export function readReferences(
  email: Email,
  limits: MailLimits,
): { references: string[]; cut: boolean } {
  const text = `${email.references ?? ''} ${email.inReplyTo ?? ''}`;
  const all = [...new Set(messageIdsIn(text))];
  const cut = all.length > limits.maxReferences;
  const [root = '', ...others] = all;
  return { references: cut ? [root, ...others.slice(1 - limits.maxReferences)] : all, cut };
}

/** Attachments within the limits, in order; `cut` says that some were left out. */
export function readAttachments(
  email: Email,
  limits: MailLimits,
): { attachments: MailAttachment[]; cut: boolean } {
  const fitting = email.attachments.filter(
    (part) => contentOf(part).length <= limits.maxAttachmentBytes,
  );
  const attachments = fitting.slice(0, limits.maxAttachments).map(readAttachment);
  return { attachments, cut: attachments.length < email.attachments.length };
}

function readAttachment(part: Attachment, index: number): MailAttachment {
  const content = contentOf(part);
  const type = sniffType(content, part.mimeType);
  const contentId = cleanLine((part.contentId ?? '').replace(/[<>]/g, ''), 255);
  return {
    name: safeFileName(part.filename, type, index + 1),
    type,
    sizeBytes: content.length,
    contentId: contentId || null,
    inline: part.related === true || part.disposition === 'inline',
    content,
  };
}

function contentOf(part: Attachment): Uint8Array {
  if (typeof part.content === 'string') return new TextEncoder().encode(part.content);
  return part.content instanceof Uint8Array ? part.content : new Uint8Array(part.content);
}
