import { readFileSync } from 'node:fs';
import { stemmer } from '@orama/stemmers/english';
import type { Meanings } from '../categories/category.types.ts';

const SHIPPED = new URL('./english.bin', import.meta.url);
const MOST_STEMMED = 32;

let shipped: Meanings | undefined;

/** The bundled meanings of English words, read once: 41,414 stems, 64 numbers each, one byte a number (2.9 MB). */
export function shippedMeanings(): Meanings {
  shipped ??= readMeanings(SHIPPED);
  return shipped;
}

/** Reads a file that scripts/meanings.mjs made: the stems, their rows, and one byte a row that says how much it weighs. */
export function readMeanings(path: URL | string): Meanings {
  const file = readFileSync(path);
  const [count = 0, size = 0, textLength = 0] = [0, 4, 8].map((at) => file.readUInt32LE(at));
  const from = 12 + textLength;
  if (file.length !== from + count * (size + 1))
    throw new Error('The file of word meanings is cut off.');
  const stems = file.subarray(12, from).toString('utf8').split('\n');
  const rows = new Map(stems.map((stem, row) => [stem, row]));
  const numbers = new Int8Array(file.buffer, file.byteOffset + from, count * size);
  const weights = file.subarray(from + count * size);
  return { size, of };

  function of(words: readonly string[]): Float32Array | null {
    const sum = new Float32Array(size);
    let known = 0;
    for (const word of words) {
      const row = rows.get(stemOf(word));
      if (row === undefined) continue;
      known += 1;
      const weight = weights[row] as number;
      for (let at = 0; at < size; at += 1)
        sum[at] = (sum[at] as number) + weight * (numbers[row * size + at] as number);
    }
    const length = Math.hypot(...sum);
    // Of another language a few words look English by chance.
    return length === 0 || known < words.length / 2 ? null : sum.map((value) => value / length);
  }
}

function stemOf(word: string): string {
  return /^[a-z]{3,}$/.test(word) && word.length <= MOST_STEMMED ? stemmer(word) : word;
}
