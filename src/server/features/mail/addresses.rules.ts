/** Addresses and header lines: what may stand in an envelope or a header, and nothing else. */

const maxAddressChars = 254;
const plainAddress = /^[^\s@<>()[\],;:"\\\p{Cc}\p{Cf}]+@[^\s@<>()[\],;:"\\\p{Cc}\p{Cf}]+$/u;
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Whether a text is one bare address that can stand in an envelope without quoting. */
export function isPlainAddress(address: string): boolean {
  return address.length <= maxAddressChars && plainAddress.test(address);
}

/**
 * The mailboxes a recipient may mean, the most exact first: as written, then without each plus tag.
 * So `support+token@` reaches `support@`, and a mailbox that has a plus in its own name is still found.
 */
export function mailboxCandidates(recipient: string): string[] {
  const address = recipient.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || !isPlainAddress(address)) return [];
  const tags = address.slice(0, at).split('+');
  const locals = tags.map((_tag, index) => tags.slice(0, tags.length - index).join('+'));
  return locals.filter((local) => local !== '').map((local) => local + address.slice(at));
}

/** What follows the last at sign. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** One line that can end no header early: no line breaks, control or direction characters. */
export function headerLine(value: string, maxChars: number): string {
  return value.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim().slice(0, maxChars).trim();
}

/** A name and an address as one header value; quotes and brackets in the name are left out. */
export function mailboxHeader(name: string, address: string): string {
  const safe = headerLine(name.replace(/["\\<>]/g, ''), 120);
  return safe === '' ? address : `"${safe}" <${address}>`;
}
