import type { LogisticModel } from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { RankingWeights } from '../../src/server/features/knowledge/retrieval/ranking/ranking-model.ts';
import { chanceExamples, judge, rankingExamples, type Judged, type LookedUp } from './examples.ts';
import { learnChance, learnRanking } from './learn.ts';

/** What is learned from some sets. */
export interface Learned {
  ranking: RankingWeights;
  right: LogisticModel;
}

/**
 * The ranking leans on the lexical score of question and context, whose weight is set, not fitted: sets
 * differ too much in their titles for it to be learned on others.
 */
const RANKING = {
  fixed: { all_full: 14 },
  features: ['title_named_last', 'faq_align', 'faq_sense', 'sense_title', 'sense_focus'],
  penalty: 0.05,
};

const RIGHT = {
  raising: [
    'passage_part',
    'bm25_part',
    'chance',
    'asks',
    'title_align',
    'main_softSentence_lead',
    'sense_passage',
  ],
  lowering: ['unknown', 'main_namesMissing'],
  penalty: 0.05,
};

/** Learns a ranking and a confidence from some sets; every set counts alike. */
export function learn(sets: readonly LookedUp[]): Learned & { judged: Map<string, Judged[]> } {
  const ranking = learnRanking(sets.flatMap(rankingExamples), RANKING);
  const judged = new Map(sets.map((set) => [set.name, judge(set, ranking)]));
  const right = learnChance([...judged.values()].flatMap(chanceExamples), RIGHT);
  return { ranking, right, judged };
}
