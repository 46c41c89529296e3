// Bytes 0x80 to 0x9f of windows-1252; the other 224 bytes are their own code points.
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const suspicious = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122\u20ac]/;

/**
 * Repairs UTF-8 that was announced as Latin-1 (a common fault of old mailers).
 * Text changes only if the whole of it, seen as bytes, is valid UTF-8.
 */
export function repairCharset(text: string): string {
  if (!suspicious.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 256 ? code : high.indexOf(text.charAt(index)) + 0x80;
    if (byte < 0x80 && code >= 256) return text;
    bytes[index] = byte;
  }
  return decodeStrictly(bytes) ?? text;
}

/**
 * Gives the raw header block as UTF-8, because headers may carry raw Latin-1 or ISO-2022-JP
 * although no standard allows it. The body is left as it is.
 */
export function repairHeaderBytes(raw: Uint8Array): Uint8Array {
  const end = headerEnd(raw);
  const head = raw.subarray(0, end);
  const japanese = hasEscapeSequence(head);
  if (!japanese && decodeStrictly(head) !== null) return raw;
  const fixed = new TextEncoder().encode(
    new TextDecoder(japanese ? 'iso-2022-jp' : 'windows-1252').decode(head),
  );
  const joined = new Uint8Array(fixed.length + raw.length - end);
  joined.set(fixed);
  joined.set(raw.subarray(end), fixed.length);
  return joined;
}

/** Where the header block ends: the index of the first byte of the body. */
export function headerEnd(raw: Uint8Array): number {
  let from = 0;
  for (;;) {
    const feed = raw.indexOf(0x0a, from);
    if (feed < 0) return raw.length;
    const next = raw[feed + 1] === 0x0d ? feed + 2 : feed + 1;
    if (raw[next] === 0x0a) return next + 1;
    from = feed + 1;
  }
}

function hasEscapeSequence(head: Uint8Array): boolean {
  const escape = head.indexOf(0x1b);
  return escape >= 0 && (head[escape + 1] === 0x24 || head[escape + 1] === 0x28);
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
