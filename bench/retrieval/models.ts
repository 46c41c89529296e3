import type { LogisticModel } from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { RankingModel } from '../../src/server/features/knowledge/retrieval/ranking/ranking-model.ts';
import {
  chanceExamples,
  judge,
  partsOf,
  rankingExamples,
  type Family,
  type Judged,
  type LookedUp,
} from './examples.ts';
import { learnChance, learnRanking } from './learn.ts';

/** What is learned from some sets. */
export interface Learned {
  ranking: RankingModel;
  right: LogisticModel;
}

/**
 * The ranking leans on the lexical score of question and context, on the article the talk is about and on
 * pairs of words. Their weights are set, not fitted: sets differ too much in their titles, and only one
 * has talks, for them to be learned on others. That of titles that are questions was found on
 * faq-covid, the only set that has them, and checked on the FAQs of the venues of travel-dialogues. Those of
 * meaning were found on all sets.
 */
const TALK = { title_spoken_of: 3, pairs: 2, faq_covers: 8 };
const FIXED = {
  meanings: { all_trusted: 10, ...TALK, meaning: 0.7, faq_meaning: 1.5 },
  words: { all_full: 10, ...TALK },
};
const LEARNED = {
  features: ['title_named_last', 'faq_align', 'faq_sense', 'sense_title'],
  penalty: 0.05,
};

/** Messages that ask for nothing an article holds lower the confidence by reason: few sets have any. */
const RIGHT = {
  fixed: { wants_act: -2, wants_thing: -1.5, takes_leave: -2, asks_nothing: -1 },
  raising: ['chance', 'chance_of_part', 'passage_part', 'known_lead', 'sense_passage'],
  lowering: ['passage_missed'],
  penalty: 0.1,
};

/** Learns the confidence from questions that some ranking has judged. */
export function learnRight(judged: readonly (readonly Judged[])[]): LogisticModel {
  return learnChance(judged.flatMap(chanceExamples), RIGHT);
}

/**
 * Learns a ranking from some sets as a whole and a confidence from their small bases as well; each counts alike.
 * A ranking learned from the small ones too lost half a point of Recall@3 on the whole sets and gained none on
 * the small ones of sets left out.
 */
export function learn(families: readonly Family[]): Learned & { judged: Map<LookedUp, Judged[]> } {
  const examples = families.flatMap(({ whole }) => rankingExamples(whole));
  const ranking = {
    meanings: learnRanking(examples, { ...LEARNED, fixed: FIXED.meanings }),
    words: learnRanking(examples, { ...LEARNED, fixed: FIXED.words }),
  };
  const judged = new Map(partsOf(families).map((set) => [set, judge(set, ranking)]));
  const right = learnRight([...judged.values()]);
  return { ranking, right, judged };
}
