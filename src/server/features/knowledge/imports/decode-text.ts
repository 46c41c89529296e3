/** Bytes of unknown encoding as text that can be stored. */

/** What a page says of itself stands in its first bytes. */
const lookedAt = 2048;

/**
 * The text of a file or page: by the marks at its beginning, by what was declared beside it, by what an
 * HTML page says of itself, as UTF-8 where it is that, and else as Windows-1252, which old exports are.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const head = Buffer.from(bytes.subarray(0, lookedAt)).toString('latin1');
  for (const label of [marked(bytes), declared, declaredIn(head)]) {
    const text = label === undefined ? null : decode(bytes, label);
    if (text !== null) return text;
  }
  return decode(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes);
}

/** Text without what no name or title can hold: control characters and halves of a character. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

function marked([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function declaredIn(head: string): string | undefined {
  if (!/^\s*(?:\xef\xbb\xbf\s*)?</.test(head)) return undefined;
  return /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})/i.exec(
    head,
  )?.[1];
}

/** Null where the label is unknown or the bytes are not of it. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
