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

/** The weights that were learned on all sets; scripts and sets are named in the file. */
export const SHIPPED_RANKING: RankingWeights = weights.weights;

/** Candidates by the weighted sum of their features, best first; ties keep their order. */
export function rankCandidates(
  candidates: readonly Candidate[],
  by: RankingWeights,
): RankedCandidate[] {
  const names = Object.entries(by);
  return candidates
    .map((candidate) => {
      const { features } = candidate;
      const score = names.reduce((sum, [name, weight]) => sum + weight * (features[name] ?? 0), 0);
      const plain = score - (by['faq_covers'] ?? 0) * (features['faq_covers'] ?? 0);
      return { ...candidate, score, plain };
    })
    .sort((a, b) => b.score - a.score);
}
