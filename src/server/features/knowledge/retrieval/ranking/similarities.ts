import type { Collection } from '../index/collection.ts';
import type { QueryTerm } from '../index/query-terms.ts';

/** How near the words of articles are to the content words of one question. */
export interface Similarities {
  /** Raises, for each content word, its nearness to the nearest of some stems; 1 for the same stem. */
  raise(reached: Float32Array, terms: Uint32Array): void;
}

const NEAR = 0.4;
const MOST_COMPARED = 12;
/** Stems in more than a quarter of all passages mean too little to be near to anything. */
const COMMON_IDF = Math.log(4);

/** Similarities of one question, remembered by stem: the candidates of a question share most words. */
export function createSimilarities(
  query: readonly QueryTerm[],
  collection: Collection,
): Similarities {
  const known = new Map<number, Float32Array | null>();
  const compared = query
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => term.row >= 0)
    .sort((a, b) => b.term.idf * b.term.weight - a.term.idf * a.term.weight)
    .slice(0, MOST_COMPARED);
  const exact = new Map(query.map((term, index) => [term.term, index]));
  exact.delete(-1);
  return { raise };

  function raise(reached: Float32Array, terms: Uint32Array): void {
    for (const term of terms) {
      const near = known.get(term);
      if (near === null) continue;
      const values = near ?? compare(term);
      if (!values) continue;
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i] ?? 0;
        if (value > (reached[i] ?? 0)) reached[i] = value;
      }
    }
  }

  function compare(term: number): Float32Array | null {
    const values = nearness(term);
    known.set(term, values);
    return values;
  }

  function nearness(term: number): Float32Array | null {
    const same = exact.get(term);
    const row = collection.vectors && isTelling(term) ? collection.dictionary.rowAt(term) : -1;
    if (same === undefined && row < 0) return null;
    const values = new Float32Array(query.length);
    if (same !== undefined) values[same] = 1;
    let some = same !== undefined;
    for (const { term: asked, index } of row < 0 ? [] : compared) {
      if (index === same) continue;
      const cosine = collection.vectors?.similarity(row, asked.row) ?? 0;
      if (cosine < NEAR) continue;
      // The same word is 1, so a near one may not pass for it.
      values[index] = Math.min(0.95, (cosine - NEAR) / (1 - NEAR) + 0.1);
      some = true;
    }
    return some ? values : null;
  }

  function isTelling(term: number): boolean {
    const count = collection.passages.countOf(term);
    return Math.log((collection.passageCount + 1) / (count + 0.5)) > COMMON_IDF;
  }
}
