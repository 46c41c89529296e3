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
  const [count, dimensions, textLength] = [
    file.readUInt32LE(0),
    file.readUInt32LE(4),
    file.readUInt32LE(8),
  ];
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
    for (let i = from; i < from + dimensions; i += 1) sum += (values[i] ?? 0) ** 2;
    return Math.sqrt(sum) || 1;
  }

  /** Whole numbers, four sums at once: most of the time of a question goes here. */
  function similarity(a: number, b: number): number {
    let [one, two, three, four] = [0, 0, 0, 0];
    const [from, to] = [a * dimensions, b * dimensions];
    for (let i = 0; i < dimensions; i += 4) {
      one = (one + (numbers[from + i] as number) * (numbers[to + i] as number)) | 0;
      two = (two + (numbers[from + i + 1] as number) * (numbers[to + i + 1] as number)) | 0;
      three = (three + (numbers[from + i + 2] as number) * (numbers[to + i + 2] as number)) | 0;
      four = (four + (numbers[from + i + 3] as number) * (numbers[to + i + 3] as number)) | 0;
    }
    return (one + two + three + four) / ((lengths[a] as number) * (lengths[b] as number));
  }
}
