import weights from './ranking-weights.json' with { type: 'json' };
import type { Candidate } from './rank-features.ts';

/** A candidate with its score; scores of one question differ by log-odds. */
export interface RankedCandidate extends Candidate {
  score: number;
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
    .map((candidate) => ({
      ...candidate,
      score: names.reduce(
        (sum, [name, weight]) => sum + weight * (candidate.features[name] ?? 0),
        0,
      ),
    }))
    .sort((a, b) => b.score - a.score);
}
