import {
  probabilityOf,
  type LogisticModel,
} from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import { meanOf } from '../../src/server/features/knowledge/evaluation/metrics.ts';
import { partOf } from '../intents/sets.ts';
import type { Judged } from './examples.ts';
import { learnChance, type ChanceExample } from './learn.ts';
import { learnByWords } from './tf-idf.ts';

const CLARIFY = {
  raising: ['first_turn', 'nothing_known', 'remaining_part'],
  lowering: ['clarified', 'yes', 'last_yes', 'known_words', 'rule_known'],
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
const PARTINGS = 4;

/** The part of the decisions between asking and answering that came out right. */
export interface ClarifyFigures {
  right: number;
  /** By always the more frequent of the two, and by words alone: TF-IDF with logistic regression. */
  majority: number;
  words: number;
  count: number;
}

/**
 * Ask or answer, learned and judged on different rule texts, beside a majority rule and TF-IDF. The texts
 * are parted several times, since which fall together moves each figure by a point.
 */
export function judgeClarify(judged: readonly Judged[]): ClarifyFigures {
  const usable = judged.filter(({ gold }) => gold.clarify !== undefined && gold.answerable);
  const rounds = Array.from({ length: PARTINGS }, (_, round) => judgeOnce(usable, round));
  const count = usable.length;
  const asks = usable.filter(({ gold }) => gold.clarify).length;
  return {
    right: meanOf(rounds.map(({ right }) => right / count)),
    majority: Math.max(asks, count - asks) / count,
    words: meanOf(rounds.map(({ words }) => words / count)),
    count,
  };
}

function judgeOnce(usable: readonly Judged[], round: number): { right: number; words: number } {
  const foldOf = ({ group }: Judged): number => partOf(`${round} ${group}`, FOLDS);
  let [right, words] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = usable.filter((one) => foldOf(one) !== fold);
    const model = learnClarify(others);
    const baseline = learnByWords(
      others.map(({ text, gold }) => ({ text, label: gold.clarify === true })),
    );
    for (const { signals, text, gold } of usable.filter((one) => foldOf(one) === fold)) {
      if (probabilityOf(model, signals) >= 0.5 === gold.clarify) right += 1;
      if (baseline(text) >= 0.5 === gold.clarify) words += 1;
    }
  }
  return { right, words };
}
