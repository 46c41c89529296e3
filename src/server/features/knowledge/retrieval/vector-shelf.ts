import type { Collection } from './index/collection.ts';
import type { RankedCandidate } from './ranking/ranking-model.ts';

/** Vectors of the passages of articles, searched exactly. */
export interface VectorShelf {
  /** Puts those of an article in the place of the ones it had; none takes it out. */
  put(articleId: string, vectors: readonly Float32Array[]): void;
  /** The articles whose nearest passage is nearest to a vector, nearest first. */
  nearest(asked: Float32Array, most: number): string[];
}

/** Below this passages have nothing to do with a question, whichever embedder it is. */
const least = 0.2;
/** The usual constant of reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009). */
const smoothing = 60;

/** An empty shelf. A thousand vectors of a thousand numbers are compared in about a millisecond. */
export function createVectorShelf(): VectorShelf {
  const byArticle = new Map<string, readonly Float32Array[]>();
  return {
    put(articleId, vectors) {
      if (vectors.length === 0) byArticle.delete(articleId);
      else byArticle.set(articleId, vectors);
    },
    nearest(asked, most) {
      const found: { articleId: string; nearness: number }[] = [];
      for (const [articleId, vectors] of byArticle) {
        const nearness = vectors.reduce((best, one) => Math.max(best, product(asked, one)), -1);
        if (nearness >= least) found.push({ articleId, nearness });
      }
      found.sort((one, other) => other.nearness - one.nearness);
      return found.slice(0, most).map(({ articleId }) => articleId);
    },
  };
}

/** Where some articles stand in a collection. */
export function slotsOf(articleIds: readonly string[], collection: Collection): number[] {
  const wanted = new Set(articleIds);
  const slots: number[] = [];
  for (let slot = 0; slots.length < wanted.size && slot < collection.slotEnd; slot += 1) {
    const record = collection.recordAt(slot);
    if (record && wanted.has(record.article.id)) slots.push(slot);
  }
  return slots;
}

/** Two orders as one, by the sum of their reciprocal ranks; what only one of them names follows its rank there. */
export function fuseRanks(
  ranked: readonly RankedCandidate[],
  nearest: readonly string[],
): RankedCandidate[] {
  if (nearest.length === 0) return [...ranked];
  const places = new Map(nearest.map((articleId, index) => [articleId, index]));
  const worth = (place: number | undefined) => (place === undefined ? 0 : 1 / (smoothing + place));
  return ranked
    .map((candidate, index) => {
      const byMeaning = worth(places.get(candidate.record.article.id));
      return { candidate, worth: worth(index) + byMeaning };
    })
    .sort((one, other) => other.worth - one.worth)
    .map(({ candidate }) => candidate);
}

/** Both have length one: their product is the cosine. Vectors of another model fit nothing. */
function product(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return -1;
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
