const shortLineBytes = 40;
const maxShortLines = 50_000;
const maxLines = 700_000;

/**
 * Cuts a mail before the parser's work per line becomes the attack: the parser takes about 10 µs for a line,
 * so a million empty lines (1 MB) took 9 s. Attachments have long lines and pass up to the second bound.
 */
export function boundLines(raw: Uint8Array): Uint8Array {
  let short = 0;
  let from = 0;
  for (let lines = 0; from < raw.length; lines += 1) {
    const feed = raw.indexOf(0x0a, from);
    if (feed < 0) return raw;
    if (feed - from < shortLineBytes) short += 1;
    if (short > maxShortLines || lines > maxLines) return raw.subarray(0, from);
    from = feed + 1;
  }
  return raw;
}
