import {
  probabilityOf,
  type LogisticModel,
} from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { Judged } from './examples.ts';
import { learnChance, type ChanceExample } from './learn.ts';

const CLARIFY = {
  raising: ['remaining', 'remaining_part', 'conditions', 'condition_density'],
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

const FOLDS = 5;

/** Ask or answer, learned and judged on different rule texts: the part decided rightly, and by always the same. */
export function judgeClarify(judged: readonly Judged[]): {
  right: number;
  majority: number;
  count: number;
} {
  const usable = judged.filter(({ gold }) => gold.clarify !== undefined && gold.answerable);
  const groups = [...new Set(usable.map(({ group }) => group))].sort();
  const foldOf = (one: Judged): number => groups.indexOf(one.group) % FOLDS;
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learnClarify(usable.filter((one) => foldOf(one) !== fold));
    for (const one of usable.filter((each) => foldOf(each) === fold))
      if (probabilityOf(model, one.signals) >= 0.5 === one.gold.clarify) right += 1;
  }
  const asks = usable.filter(({ gold }) => gold.clarify).length;
  const count = usable.length;
  return { right: right / count, majority: Math.max(asks, count - asks) / count, count };
}
