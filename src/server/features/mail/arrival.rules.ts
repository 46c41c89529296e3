/** What a mail that arrived means before anything is stored. */
import { headerLine, isPlainAddress } from './addresses.rules.ts';
import type { MailHeaders, ReadMail } from './reading/mail.types.ts';

const maxBodyChars = 200_000;
const maxQuotedChars = 200_000;
const maxNameChars = 120;
const maxParticipants = 30;

/** What the sending server said; it is known for certain, unlike what stands in the mail. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** The mail with the envelope as the headers a delivering server would have added. */
export function withEnvelope(mail: ReadMail, envelope: Envelope): ReadMail {
  const headers: MailHeaders = {
    ...mail.headers,
    'return-path': [`<${envelope.from}>`],
    'envelope-to': [envelope.to, ...(mail.headers['envelope-to'] ?? [])],
  };
  return { ...mail, headers };
}

/** Who wrote it, by From alone: Reply-To is where somebody would like the answer, no proof of who asks. */
export function senderOf(
  mail: Pick<ReadMail, 'from'>,
): { email: string; name: string | null } | null {
  const email = mail.from?.address.trim().toLowerCase() ?? '';
  if (!isPlainAddress(email)) return null;
  return { email, name: headerLine(mail.from?.name ?? '', maxNameChars) || null };
}

/** Everybody else a mail went to: kept for people to see, never written to by themselves. */
export function participantsOf(
  mail: Pick<ReadMail, 'to' | 'cc'>,
  own: readonly string[],
): string[] {
  const addresses = [...mail.to, ...mail.cc].map((recipient) =>
    recipient.address.trim().toLowerCase(),
  );
  const others = addresses.filter(
    (address) => isPlainAddress(address) && !own.includes(withoutTag(address)),
  );
  return [...new Set(others)].slice(0, maxParticipants);
}

function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}

export interface SplitMail {
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string | null;
}

const forwardSubject = /^\s*(?:fwd?|fw|wg|tr|rv|enc|i|doorst|vb|vl|pd|ilt)\s*:/i;
const longestPointer = 12;

/** Whether a mail hands another one on with no more than a line of its own: "See below", "FYI". */
export function isHandedOn(subject: string, { reply, quoted }: SplitMail): boolean {
  const words = reply.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return forwardSubject.test(subject) && words <= longestPointer && quoted.trim() !== '';
}

/**
 * Body and cut-off part of a message. A mail that only quotes is shown whole: a bare forward says something; so is
 * one that was handed on, below the line that hands it on.
 */
export function bodyOf(
  split: SplitMail,
  { handedOn = false } = {},
): { text: string; quoted: string | null } {
  const rest = [split.quoted, split.signature ?? '']
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  const bare = split.reply.trim() === '';
  const text = bare ? rest : handedOn ? `${split.reply}\n\n${split.quoted}` : split.reply;
  const quoted = bare ? '' : handedOn ? (split.signature ?? '') : rest;
  return {
    text: text.slice(0, maxBodyChars),
    quoted: quoted === '' ? null : quoted.slice(0, maxQuotedChars),
  };
}

/** Whether reading or the bound of a message left something out: the original has to be kept as a file. */
export function isCut({ truncated, text }: Pick<ReadMail, 'truncated' | 'text'>): boolean {
  return (
    (text?.length ?? 0) > maxBodyChars ||
    truncated.size ||
    truncated.text ||
    truncated.html ||
    truncated.attachments ||
    truncated.structure
  );
}

/** Words of an error for the quarantine: one bounded line without stack or secrets of the inside. */
export function errorLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return headerLine(text, 500) || 'It failed without saying why.';
}
