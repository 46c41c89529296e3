import { createHmac, timingSafeEqual } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const maxLocalChars = 64;
const macBytes = 10;
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const maxIdBytes = 100;
const uuidBytes = 16;
const textMark = 0;

type Purpose = 'reply-address' | 'message-id';

/**
 * The address to which a customer's reply to a ticket goes: the mailbox with a signed tag.
 * Base32 in lower case survives servers that fold case; 80 bits of HMAC-SHA256 cannot be guessed by mail.
 * A mailbox whose name leaves no room for the tag in 64 characters is returned as it is: its replies are
 * then recognised by their references.
 */
export function replyAddress(of: {
  readonly mailbox: string;
  readonly ticketId: string;
  readonly secret: string;
}): string {
  const at = of.mailbox.lastIndexOf('@');
  const local = `${of.mailbox.slice(0, at)}+${sign(of.ticketId, 'reply-address', of.secret)}`;
  return at < 1 || local.length > maxLocalChars ? of.mailbox : local + of.mailbox.slice(at);
}

/** The ticket an address was signed for, or null; takes the same time for every wrong signature. */
export function readReplyAddress(address: string, secret: string): string | null {
  const local = address.slice(0, Math.max(address.lastIndexOf('@'), 0));
  const plus = local.lastIndexOf('+');
  return plus < 1 ? null : verify(local.slice(plus + 1), 'reply-address', secret);
}

/** A Message-ID (without angle brackets) that nobody else can make; `nonce` keeps it unique. */
export function makeMessageId(of: {
  readonly ticketId: string;
  readonly nonce: string;
  readonly domain: string;
  readonly secret: string;
}): string {
  const nonce = base32(digest(of.nonce, of.secret).subarray(0, macBytes));
  return `${nonce}.${sign(of.ticketId, 'message-id', of.secret)}@${of.domain}`;
}

/** The ticket that one of our own Message-IDs belongs to, or null for any other id. */
export function readMessageId(messageId: string, secret: string): string | null {
  const local = messageId.replace(/^<|>$/g, '').split('@')[0] ?? '';
  const dot = local.lastIndexOf('.');
  return dot < 1 ? null : verify(local.slice(dot + 1), 'message-id', secret);
}

function sign(ticketId: string, purpose: Purpose, secret: string): string {
  return base32(Buffer.concat([mac(ticketId, purpose, secret), encodeId(ticketId)]));
}

function verify(token: string, purpose: Purpose, secret: string): string | null {
  const bytes = fromBase32(token.slice(0, 400).toLowerCase());
  if (bytes === null || bytes.length <= macBytes) return null;
  const ticketId = decodeId(bytes.subarray(macBytes));
  if (ticketId === null) return null;
  return timingSafeEqual(bytes.subarray(0, macBytes), mac(ticketId, purpose, secret))
    ? ticketId
    : null;
}

function mac(ticketId: string, purpose: Purpose, secret: string): Buffer {
  return digest(`${purpose}\n${ticketId}`, secret).subarray(0, macBytes);
}

function digest(text: string, secret: string): Buffer {
  if (secret === '') throw new RangeError('A reply address cannot be signed without a secret.');
  return createHmac('sha256', secret).update(text).digest();
}

// The usual id, a UUID, is sent as its 16 bytes. Any other id is its text behind a mark, which is doubled
// where the whole would be 16 bytes long.
function encodeId(ticketId: string): Buffer {
  if (uuid.test(ticketId)) return Buffer.from(ticketId.replaceAll('-', ''), 'hex');
  const bytes = Buffer.from(ticketId, 'utf8');
  if (bytes.length === 0 || bytes.length > maxIdBytes)
    throw new RangeError('A ticket id has 1 to 100 bytes.');
  const marks = bytes.length + 1 === uuidBytes ? [textMark, textMark] : [textMark];
  return Buffer.concat([Buffer.from(marks), bytes]);
}

function decodeId(bytes: Buffer): string | null {
  if (bytes.length === uuidBytes)
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (bytes[0] !== textMark) return null;
  return bytes.subarray(bytes[1] === textMark ? 2 : 1).toString('utf8');
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

function fromBase32(text: string): Buffer | null {
  const values = Array.from(text, (char) => alphabet.indexOf(char));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const whole = bits.match(/.{8}/g) ?? [];
  const canonical =
    bits.length - whole.length * 8 < 5 && !bits.slice(whole.length * 8).includes('1');
  return canonical ? Buffer.from(whole.map((byte) => Number.parseInt(byte, 2))) : null;
}
