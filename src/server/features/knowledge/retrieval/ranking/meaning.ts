import type { Collection } from '../index/collection.ts';

/** The sum of the word vectors of some stems, rarer ones weighing more, scaled to length 1. */
export function meaningOf(terms: Iterable<number>, collection: Collection): Float32Array | null {
  const { vectors } = collection;
  if (!vectors) return null;
  const sum = new Float32Array(vectors.dimensions);
  for (const term of new Set(terms)) {
    const row = term < 0 ? -1 : collection.dictionary.rowAt(term);
    if (row < 0) continue;
    // Smooth inverse frequency (Arora et al., ICLR 2017).
    const part = collection.passages.countOf(term) / Math.max(1, collection.unitEnd);
    const weight = 0.02 / (0.02 + part) / 127;
    const vector = vectors.vectorOf(row);
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
  }
  return scaled(sum);
}

/** The cosine of two meanings; 0 where one is missing. */
export function meaningSimilarity(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function scaled(vector: Float32Array): Float32Array | null {
  const length = Math.hypot(...vector);
  return length === 0 ? null : vector.map((value) => value / length);
}
