import weights from './ranking-weights.json' with { type: 'json' };
import type { Candidate } from './rank-features.ts';

/** A candidate with its score; scores of one question differ by log-odds. */
export interface RankedCandidate extends Candidate {
  score: number;
  /** The score that the confidence reads: a title that asks alike orders articles, but makes none surer. */
  plain: number;
}

/** Weights of the features by name. */
export type RankingWeights = Readonly<Record<string, number>>;

/** How to rank where it is known what articles mean, and where there are words alone. */
export interface RankingModel {
  readonly meanings: RankingWeights;
  readonly words: RankingWeights;
}

/** The weights that were learned on all sets; scripts and sets are named in the file. */
export const SHIPPED_RANKING: RankingModel = { meanings: weights.meanings, words: weights.words };

/**
 * What is read from a title that is a question. Weights of these are learned where nearly all titles are; among
 * others they count by how many articles found have one, or "My coffee tastes sour" is a little like each of a few
 * questions on coffee.
 */
const BY_ASKING: ReadonlySet<string> = new Set(['faq_align', 'faq_sense']);

/** Candidates by the weighted sum of their features, best first; ties keep their order. */
export function rankCandidates(
  candidates: readonly Candidate[],
  by: RankingWeights,
): RankedCandidate[] {
  const names = Object.entries(by);
  return candidates
    .map((candidate) => {
      const { features } = candidate;
      const { asking = 1 } = features;
      const score = names.reduce((sum, [name, weight]) => {
        const value = features[name] ?? 0;
        return sum + weight * (BY_ASKING.has(name) ? asking * value : value);
      }, 0);
      const plain = score - (by['faq_covers'] ?? 0) * (features['faq_covers'] ?? 0);
      return { ...candidate, score, plain };
    })
    .sort((a, b) => b.score - a.score);
}
