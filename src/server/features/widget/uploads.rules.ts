/** Which files customers may send, judged by their bytes. */
import { typeOfContent } from '../conversations/attachment-type.rules.ts';

const zip = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** Accepted types with the first bytes a file of that type has; null where any do. */
const accepted: ReadonlyMap<string, readonly number[] | null> = new Map([
  ['image/png', null],
  ['image/jpeg', null],
  ['image/gif', null],
  ['image/webp', null],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['text/plain', null],
  [`${office}.wordprocessingml.document`, zip],
  [`${office}.spreadsheetml.sheet`, zip],
  [`${office}.presentationml.presentation`, zip],
  [`${open}.text`, zip],
  [`${open}.spreadsheet`, zip],
  [`${open}.presentation`, zip],
  ['application/msword', compound],
  ['application/vnd.ms-excel', compound],
  ['application/vnd.ms-powerpoint', compound],
  ['application/zip', zip],
]);

/** Media types a customer may send. */
export const acceptedTypes: readonly string[] = [...accepted.keys()];

/** Browsers name zip files in more than one way. */
const otherNames: Record<string, string> = { 'application/x-zip-compressed': 'application/zip' };

/** Whether a file is of an accepted type and its bytes say so too. */
export function isAccepted(content: Uint8Array, declared: string): boolean {
  const claim = declared.toLowerCase().split(';')[0]?.trim() ?? '';
  const type = typeOfContent(content, otherNames[claim] ?? claim);
  const start = accepted.get(type);
  if (start === undefined) return false;
  return start === null || start.every((byte, index) => content[index] === byte);
}
