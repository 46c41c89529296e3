import type { Dictionary } from './dictionary.ts';

/** What a text is about, as a direction: one byte a number. */
export type Meaning = Int8Array;

/** The sum of the word vectors of some stems, rarer ones weighing more; null where none is known. */
export function meaningOf(terms: Iterable<number>, dictionary: Dictionary): Meaning | null {
  const { vectors } = dictionary;
  if (!vectors) return null;
  const sum = new Float32Array(vectors.dimensions);
  let some = false;
  for (const term of new Set(terms)) {
    const row = dictionary.rowAt(term);
    if (row < 0) continue;
    some = true;
    const weight = vectors.weightOf(row);
    const vector = vectors.vectorOf(row);
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  }
  return some ? inBytes(sum) : null;
}

/** The mean of many meanings, which says what all texts of a collection share. */
export function meanOf(meanings: Iterable<Meaning | null>, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  let count = 0;
  for (const meaning of meanings) {
    if (!meaning) continue;
    count += 1;
    const length = lengthOf(meaning);
    for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + (meaning[i] ?? 0) / length;
  }
  return sum.map((value) => value / Math.max(1, count));
}

/** A meaning without what all texts share, scaled to length 1. */
export function centred(meaning: Meaning, mean: Float32Array): Float32Array {
  const length = lengthOf(meaning);
  const values = Float32Array.from(meaning, (value, i) => value / length - (mean[i] ?? 0));
  const rest = Math.hypot(...values) || 1;
  return values.map((value) => value / rest);
}

function lengthOf(values: Int8Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum) || 1;
}

function inBytes(values: Float32Array): Meaning {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return Int8Array.from(values, (value) => Math.round((value / largest) * 127));
}
