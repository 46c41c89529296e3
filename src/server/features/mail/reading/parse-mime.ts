import PostalMime, { type Email } from 'postal-mime';
import { headerEnd, repairHeaderBytes } from './charset.rules.ts';
import { mailUnreadable, type MailLimits } from './mail.types.ts';

/** A parsed mail, and whether its structure was beyond the limits so that the body is given as one text. */
export type ParsedMime = {
  readonly email: Email;
  readonly shallow: boolean;
  readonly headersCut: boolean;
};

const headerLine = /^[!-9;-~]{1,100}[ \t]*:/;
const mailboxLine = /^From (?![ \t]*:)[^\n]{1,500}\n/;

/**
 * Parses the MIME structure. A mail without headers is all body; one that is nested too deeply, has too
 * many headers or hides its parts behind a wrong boundary is given flat. Throws `mail_unreadable` only for
 * nothing at all and for binary data that has no header line.
 */
export async function parseMime(raw: Uint8Array, limits: MailLimits): Promise<ParsedMime> {
  const bytes = withHeaders(withoutMailboxLine(raw));
  try {
    const email = await parse(repairHeaderBytes(bytes), limits);
    return isLost(email, bytes)
      ? await parseFlat(bytes, limits)
      : { email, shallow: false, headersCut: false };
  } catch {
    return parseFlat(bytes, limits);
  }
}

function parse(raw: Uint8Array, limits: MailLimits): Promise<Email> {
  return PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: limits.maxMimeDepth,
    maxHeadersSize: limits.maxHeaderBytes,
  });
}

async function parseFlat(raw: Uint8Array, limits: MailLimits): Promise<ParsedMime> {
  const end = headerEnd(raw);
  const headersCut = end > limits.maxHeaderBytes / 2;
  const head = withoutStructure(
    raw.subarray(0, headersCut ? lineStart(raw, limits.maxHeaderBytes / 2) : end),
  );
  try {
    const email = await parse(repairHeaderBytes(head), {
      ...limits,
      maxHeaderBytes: 4 * limits.maxHeaderBytes,
    });
    email.text = new TextDecoder().decode(raw.subarray(end, end + limits.maxTextChars * 4));
    return { email, shallow: true, headersCut };
  } catch (cause) {
    throw mailUnreadable('The headers of this mail cannot be read.', cause);
  }
}

// Multipart without a boundary that occurs: the parser finds no part, but there is a body.
function isLost(email: Email, raw: Uint8Array): boolean {
  if (email.text !== undefined || email.html !== undefined || email.attachments.length > 0)
    return false;
  return raw.subarray(headerEnd(raw)).some((byte) => byte > 0x20);
}

function withoutStructure(head: Uint8Array): Uint8Array {
  const text = Buffer.from(head).toString('latin1');
  const plain = text.replace(
    /^content-(type|transfer-encoding|disposition)[ \t]*:/gim,
    'x-broken-$1:',
  );
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}

function lineStart(raw: Uint8Array, near: number): number {
  const feed = raw.lastIndexOf(0x0a, near);
  if (feed >= 0) return feed + 1;
  // One endless line: cut before a multi-byte character, not inside it.
  let end = Math.min(Math.floor(near), raw.length);
  while (end > 0 && (raw[end - 1] ?? 0) >= 0x80) end -= 1;
  return end === 0 ? Math.floor(near) : end;
}

function withoutMailboxLine(raw: Uint8Array): Uint8Array {
  const match = mailboxLine.exec(startOf(raw));
  return match ? raw.subarray(match[0].length) : raw;
}

function withHeaders(raw: Uint8Array): Uint8Array {
  const lead = raw.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  const trimmed = raw.subarray(Math.max(lead, 0));
  if (lead < 0) throw mailUnreadable('This mail is empty.');
  const start = startOf(trimmed);
  if (headerLine.test(start)) return trimmed;
  if (start.split('\n').some((line) => headerLine.test(line)) && !isBinary(trimmed)) return trimmed;
  if (isBinary(trimmed))
    throw mailUnreadable('This is not a mail: it is binary data without a header.');
  const body = new Uint8Array(trimmed.length + 1);
  body.set(trimmed, 1);
  body[0] = 0x0a;
  return body;
}

function startOf(raw: Uint8Array): string {
  return new TextDecoder('latin1').decode(raw.subarray(0, 2000));
}

function isBinary(raw: Uint8Array): boolean {
  const sample = raw.subarray(0, 2000);
  const odd = sample.filter(
    (byte) => byte === 0 || (byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte)),
  );
  return odd.length > sample.length / 50;
}
