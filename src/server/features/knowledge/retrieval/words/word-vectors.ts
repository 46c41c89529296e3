import { readFileSync } from 'node:fs';
import { readLikeness, type Likeness } from './likeness.ts';

/** What words mean, as directions: near words have a high product. */
export interface WordVectors {
  dimensions: number;
  /** The row of a stem, or -1. */
  rowOf(stem: string): number;
  /** The row's numbers, to read only. */
  vectorOf(row: number): Int8Array;
  /** The part of all words of English text that a row's stem makes up, after Zipf by its rank. */
  frequencyOf(row: number): number;
  /** How much a word says, by how rare it is in English: from 0.03 for `the` to nearly 1. */
  weightOf(row: number): number;
  /** The cosine of two rows. */
  similarity(a: number, b: number): number;
  /** The same as a sentence encoder sees them, where its table has these rows. */
  likeness: Likeness | undefined;
}

/**
 * Reads the bundled English word vectors (2.7 MB): made by scripts/word-vectors.mjs from GloVe, which is in
 * the public domain; Pennington, Socher, Manning: GloVe, EMNLP 2014.
 */
export function readWordVectors(): WordVectors {
  const file = readFileSync(new URL('./english.bin', import.meta.url));
  const [count, dimensions, textLength] = [0, 4, 8].map((at) => file.readUInt32LE(at));
  if (count === undefined || dimensions === undefined || textLength === undefined)
    throw new Error('The file of word vectors is cut off.');
  const stems = file
    .subarray(12, 12 + textLength)
    .toString('utf8')
    .split('\n');
  const rows = new Map(stems.map((stem, row) => [stem, row]));
  const numbers = new Int8Array(file.buffer, file.byteOffset + 12 + textLength, count * dimensions);
  const lengths = Float32Array.from({ length: count }, (_, row) =>
    lengthOf(numbers, row * dimensions),
  );
  return {
    dimensions,
    rowOf: (stem) => rows.get(stem) ?? -1,
    vectorOf: (row) => numbers.subarray(row * dimensions, (row + 1) * dimensions),
    frequencyOf,
    // Smooth inverse frequency (Arora et al., ICLR 2017).
    weightOf: (row) => 0.001 / (0.001 + frequencyOf(row)),
    similarity,
    likeness: readLikeness(file.subarray(12, 12 + textLength)),
  };

  function frequencyOf(row: number): number {
    return 0.1 / (row + 3);
  }

  function lengthOf(values: Int8Array, from: number): number {
    let sum = 0;
    for (let i = from; i < from + Number(dimensions); i += 1) sum += (values[i] ?? 0) ** 2;
    return Math.sqrt(sum) || 1;
  }

  function similarity(a: number, b: number): number {
    let sum = 0;
    const [from, to, size] = [a * Number(dimensions), b * Number(dimensions), Number(dimensions)];
    for (let i = 0; i < size; i += 1) sum += (numbers[from + i] ?? 0) * (numbers[to + i] ?? 0);
    return sum / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
  }
}
