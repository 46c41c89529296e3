import type { LogisticModel } from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { Judged } from './examples.ts';
import { learnChance, type ChanceExample } from './learn.ts';

const CLARIFY = {
  raising: ['remaining', 'remaining_part', 'conditions'],
  lowering: ['clarified', 'known_words', 'last_yes', 'last_no'],
  penalty: 0.01,
};

/** The judged questions that say whether a clarifying question was the right reply. */
export function clarifyExamples(judged: readonly Judged[]): ChanceExample[] {
  return judged
    .filter(({ gold }) => gold.clarify !== undefined && gold.answerable)
    .map(({ signals, gold }) => ({ values: signals, label: gold.clarify === true, weight: 1 }));
}

/** Learns when to ask back from the only set that says so. */
export function learnClarify(judged: readonly Judged[]): LogisticModel {
  return learnChance(clarifyExamples(judged), CLARIFY);
}
