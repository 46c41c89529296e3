import type { Collection } from '../index/collection.ts';
import type { QueryTerm } from '../index/query-terms.ts';

/** The part of a question, by idf, that a title says in these or in like words. */
export type TitleCoverage = (titleTerms: Uint32Array) => number;

const MOST_COMPARED = 16;
/** Words less alike than this have nothing to do with each other. */
const ALIKE = 0.3;

/** Coverage of one question by titles; likenesses are remembered by word, which titles share. */
export function titleCoverageOf(
  content: readonly QueryTerm[],
  { dictionary, vectors }: Collection,
): TitleCoverage {
  const asked = content.slice(0, MOST_COMPARED);
  const total = asked.reduce((sum, { idf, weight }) => sum + idf * weight, 0) || 1;
  const known = new Map<number, Float32Array>();
  return (titleTerms) => {
    const reached = new Float32Array(asked.length);
    for (const term of titleTerms) {
      const near = known.get(term) ?? nearnessOf(term);
      for (let i = 0; i < near.length; i += 1) reached[i] = Math.max(reached[i] ?? 0, near[i] ?? 0);
    }
    const said = asked.reduce(
      (sum, { idf, weight }, i) => sum + idf * weight * (reached[i] ?? 0),
      0,
    );
    return said / total;
  };

  function nearnessOf(term: number): Float32Array {
    const row = dictionary.rowAt(term);
    const near = Float32Array.from(asked, (one) => {
      if (one.term === term) return 1;
      if (row < 0 || one.row < 0 || !vectors?.likeness) return 0;
      return Math.max(0, (vectors.likeness(row, one.row) - ALIKE) / (1 - ALIKE));
    });
    known.set(term, near);
    return near;
  }
}
