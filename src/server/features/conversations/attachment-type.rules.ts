/** The media type of a file by its first bytes where they tell, never by its name. */

const signatures: readonly { type: string; offset: number; bytes: readonly number[] }[] = [
  { type: 'image/png', offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', offset: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', offset: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'application/pdf', offset: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'application/zip', offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
];

const declaredPattern = /^[a-z]+\/[a-z0-9.+-]{1,100}$/;
/** Types a browser might run; a file that only claims to be a picture is not one either. */
const untrusted = /^(image\/|text\/html|application\/xhtml|.*xml|.*javascript|text\/css)/;

/** What the content is. A claim that the bytes do not support and that could run becomes plain bytes. */
export function typeOfContent(content: Uint8Array, declared: string): string {
  const known = signatures.find(({ offset, bytes }) =>
    bytes.every((byte, index) => content[offset + index] === byte),
  );
  const claim = declared.toLowerCase().split(';')[0]?.trim() ?? '';
  if (known && !(known.type === 'application/zip' && isOfficeType(claim))) return known.type;
  if (!declaredPattern.test(claim) || untrusted.test(claim)) {
    return isOfficeType(claim) ? claim : 'application/octet-stream';
  }
  return claim;
}

/** Office documents are zip files with a type of their own. */
function isOfficeType(type: string): boolean {
  return /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\./.test(type);
}
