import { headerValue } from './mail-headers.rules.ts';
import { cleanLine, messageIdsIn } from './clean.rules.ts';
import type { MailAttachment, ReadMail } from './mail.types.ts';

/** One recipient that a mail server reports about; `status` is an RFC 3463 code such as `5.1.1`. */
export type FailedRecipient = {
  readonly address: string;
  readonly action: string | null;
  readonly status: string | null;
  readonly diagnostic: string | null;
};

/** What a bounce says: whom it could not reach, whether for good, and which of our mails it is about. */
export type Bounce = {
  readonly recipients: readonly FailedRecipient[];
  readonly permanent: boolean;
  readonly originalMessageId: string | null;
};

const maxPartChars = 200_000;
const maxRecipients = 50;
const statusCode = /\b([245]\.\d{1,3}\.\d{1,3})\b/;

/** Reads a bounce, from its standard report or else from what its text and headers say; null if it is none. */
export function readBounce(
  mail: Pick<ReadMail, 'attachments' | 'headers' | 'text' | 'references'>,
): Bounce | null {
  const reported = mail.attachments
    .filter((part) => part.type === 'message/delivery-status')
    .flatMap(reportedRecipients);
  const recipients = (reported.length > 0 ? reported : recipientsInText(mail)).slice(
    0,
    maxRecipients,
  );
  if (recipients.length === 0) return null;
  return {
    recipients,
    permanent: recipients.every(
      (entry) => entry.status?.startsWith('5') ?? entry.action === 'failed',
    ),
    originalMessageId: originalMessageId(mail),
  };
}

function reportedRecipients(part: MailAttachment): FailedRecipient[] {
  const groups = textOf(part).split(/\n\s*\n/);
  return groups.map(fieldsOf).flatMap((fields) => {
    const address =
      addressIn(fields.get('original-recipient') ?? '') ??
      addressIn(fields.get('final-recipient') ?? '');
    const action = fields.get('action')?.toLowerCase() ?? null;
    if (address === null || action === 'delivered' || action === 'relayed' || action === 'expanded')
      return [];
    const status = statusCode.exec(fields.get('status') ?? '')?.[1] ?? null;
    return [{ address, action, status, diagnostic: fields.get('diagnostic-code') ?? null }];
  });
}

function recipientsInText(mail: Pick<ReadMail, 'headers' | 'text'>): FailedRecipient[] {
  const text = (mail.text ?? '').slice(0, 20_000);
  const status = statusCode.exec(text)?.[1] ?? null;
  const named = headerValue(mail.headers, 'x-failed-recipients')?.split(',') ?? [];
  const listed = text
    .split('\n')
    .map((line) => /^\s{0,10}<([^\s<>]{1,300}@[^\s<>]{1,300})>:?/.exec(line)?.[1] ?? '');
  const addresses = [...new Set([...named, ...listed].map(addressIn))].filter(
    (address) => address !== null,
  );
  return addresses.map((address) => ({ address, action: 'failed', status, diagnostic: null }));
}

function originalMessageId(
  mail: Pick<ReadMail, 'attachments' | 'references' | 'text'>,
): string | null {
  const returned = mail.attachments.filter(
    (part) => part.type === 'message/rfc822' || part.type === 'text/rfc822-headers',
  );
  const sources = [...returned.map(textOf), returned.length === 0 ? (mail.text ?? '') : ''];
  const found = sources.flatMap((text) => messageIdsIn(fieldsOf(text).get('message-id') ?? ''));
  return found[0] ?? mail.references.at(-1) ?? null;
}

// Header fields by lower-case name, folded lines joined; the first of equal names counts.
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of text.slice(0, maxPartChars).split('\n')) {
    const found = /^([!-9;-~]{1,60}):(.*)$/.exec(line.slice(0, 2000));
    if (found) {
      name = (found[1] ?? '').toLowerCase();
      if (fields.has(name)) name = '';
      else fields.set(name, cleanLine(found[2] ?? '', 500));
    } else if (/^[ \t]/.test(line) && name !== '') {
      fields.set(name, cleanLine(`${fields.get(name) ?? ''} ${line}`, 500));
    } else name = '';
  }
  return fields;
}

function addressIn(value: string): string | null {
  const plain = cleanLine(value.slice(value.indexOf(';') + 1), 320)
    .replace(/[<>\s]/g, '')
    .toLowerCase();
  return /^[^@]+@[^@]+$/.test(plain) ? plain : null;
}

function textOf(part: MailAttachment): string {
  return new TextDecoder().decode(part.content.subarray(0, maxPartChars)).replaceAll('\r', '');
}
