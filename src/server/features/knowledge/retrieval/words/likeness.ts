import { readFileSync } from 'node:fs';

const MEANINGS = new URL('../../../understanding/meanings/english.bin', import.meta.url);

/** How alike the meanings of the words of two rows are: a cosine. */
export type Likeness = (a: number, b: number) => number;

/**
 * What the sentence encoder that scripts/meanings.mjs distilled makes of single words: nearer than word vectors
 * to whether one question asks what another does. Undefined where its rows are not those of `stems`, which says
 * them line by line.
 */
export function readLikeness(stems: Buffer): Likeness | undefined {
  const file = readFileSync(MEANINGS);
  const [count = 0, size = 0, textLength = 0] = [0, 4, 8].map((at) => file.readUInt32LE(at));
  const from = 12 + textLength;
  if (!file.subarray(12, from).equals(stems)) return undefined;
  const numbers = new Int8Array(file.buffer, file.byteOffset + from, count * size);
  return (a, b) => {
    let [product, one, other] = [0, 0, 0];
    for (let i = 0; i < size; i += 1) {
      const [x, y] = [numbers[a * size + i] ?? 0, numbers[b * size + i] ?? 0];
      product += x * y;
      one += x * x;
      other += y * y;
    }
    return product / (Math.sqrt(one * other) || 1);
  };
}
