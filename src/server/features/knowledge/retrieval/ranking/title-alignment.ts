import type { Dictionary } from '../index/dictionary.ts';

/**
 * How well two short texts say the same, word by word: the mean, in both directions, of each word's
 * nearness to its nearest word in the other text. Words weigh by how rare they are in English, so that
 * `who` and `how` count a little. Between 0 and 1.
 */
export function alignShort(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  dictionary: Dictionary,
): number {
  const a = Array.from(first).slice(0, 24);
  const b = Array.from(second).slice(0, 24);
  if (a.length === 0 || b.length === 0) return 0;
  const there = oneWay(a, b, dictionary);
  const back = oneWay(b, a, dictionary);
  return there + back === 0 ? 0 : (2 * there * back) / (there + back);
}

function oneWay(from: readonly number[], to: readonly number[], dictionary: Dictionary): number {
  const { vectors } = dictionary;
  let [sum, all] = [0, 0];
  for (const term of from) {
    const row = dictionary.rowAt(term);
    const weight = row < 0 || !vectors ? 1 : vectors.weightOf(row) + 0.1;
    let best = 0;
    for (const other of to) {
      if (other === term && term >= 0) best = 1;
      if (best === 1) break;
      const otherRow = dictionary.rowAt(other);
      if (row >= 0 && otherRow >= 0 && vectors)
        best = Math.max(best, vectors.similarity(row, otherRow));
    }
    sum += weight * best;
    all += weight;
  }
  return sum / all;
}
