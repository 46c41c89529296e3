type Magic = { readonly type: string; readonly at: number; readonly bytes: readonly number[] };

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

const magics: readonly Magic[] = [
  { type: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG')] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: ascii('GIF8') },
  { type: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { type: 'application/pdf', at: 0, bytes: ascii('%PDF-') },
  { type: 'application/zip', at: 0, bytes: [0x50, 0x4b, 3, 4] },
  { type: 'application/gzip', at: 0, bytes: [0x1f, 0x8b] },
  { type: 'application/x-msdownload', at: 0, bytes: ascii('MZ') },
  { type: 'application/x-elf', at: 0, bytes: [0x7f, ...ascii('ELF')] },
];

// Office files, EPUB and Java archives are zip files with a better name of their own.
const zipFamily = /^application\/(vnd\.|epub|java-archive|x-zip)/;
const plainType = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}$/;
const markup = /<(!doctype html|html|head|body|script|svg|iframe|meta|\?xml)[\s>]/i;
const binaryFamilies = /^(image|audio|video)\//;

/**
 * The type of a file by its first bytes, else the declared one.
 * Content that a browser would run (HTML, SVG) is named as such whatever the sender called it.
 */
export function sniffType(content: Uint8Array, declared: string): string {
  const named = declared === 'image/jpg' ? 'image/jpeg' : declared;
  const claim = plainType.test(named) ? named : 'application/octet-stream';
  const magic = magics.find((entry) =>
    entry.bytes.every((byte, index) => content[entry.at + index] === byte),
  );
  if (magic) return magic.type === 'application/zip' && zipFamily.test(claim) ? claim : magic.type;
  if (claim.startsWith('message/') || claim === 'text/rfc822-headers') return claim;
  const start = new TextDecoder('latin1').decode(content.subarray(0, 1024)).replaceAll('\0', '');
  const found = markup.exec(start)?.[1]?.toLowerCase();
  if (found === undefined) return unprovenType(claim);
  return /<svg[\s>]/i.test(start) ? 'image/svg+xml' : found === '?xml' ? claim : 'text/html';
}

// A picture we know by its first bytes but that does not have them is not shown as a picture.
function unprovenType(claim: string): string {
  const known = magics.some((entry) => entry.type === claim);
  return known && binaryFamilies.test(claim) ? 'application/octet-stream' : claim;
}
