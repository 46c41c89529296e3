/** A piece of a word with its log-probability; its place in the list is its number. */
export type Piece = readonly [text: string, score: number];

const SPACE = '\u2581';
const RESERVED = 6;
const UNKNOWN = 0;

/**
 * Cuts texts into the most probable pieces of words (unigram model of SentencePiece: Kudo, ACL 2018), found by
 * dynamic programming. What no piece covers becomes one unknown piece.
 */
export function createPieces(pieces: readonly Piece[]): (text: string, most: number) => number[] {
  const numbers = new Map(pieces.map(([text], number) => [text, number]));
  for (const [text] of pieces.slice(0, RESERVED)) numbers.delete(text);
  const longest = Math.max(...pieces.map(([text]) => text.length));

  return (text, most) => {
    const normal = text.normalize('NFKC');
    if (normal === '') return [];
    const symbols = SPACE + normal.replaceAll(' ', SPACE);
    const best = new Float64Array(symbols.length + 1).fill(-Infinity);
    const from = new Int32Array(symbols.length + 1);
    const piece = new Int32Array(symbols.length + 1);
    best[0] = 0;
    for (let start = 0; start < symbols.length; start += 1) {
      const reached = best[start] as number;
      let isCovered = false;
      for (let end = start + 1; end <= Math.min(symbols.length, start + longest); end += 1) {
        const number = numbers.get(symbols.slice(start, end));
        if (number === undefined) continue;
        isCovered = true;
        const score = reached + (pieces[number]?.[1] ?? 0);
        if (score >= (best[end] as number))
          [best[end], from[end], piece[end]] = [score, start, number];
      }
      if (!isCovered && reached >= (best[start + 1] as number))
        [best[start + 1], from[start + 1], piece[start + 1]] = [reached, start, UNKNOWN];
    }
    return walkBack(symbols.length, { from, piece }).slice(0, most);
  };
}

function walkBack(end: number, { from, piece }: { from: Int32Array; piece: Int32Array }): number[] {
  const found: number[] = [];
  for (let at = end; at > 0; at = from[at] as number) {
    const number = piece[at] as number;
    if (number !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(number);
  }
  return found.toReversed();
}
