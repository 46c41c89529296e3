import {
  probabilityOf,
  type LogisticModel,
} from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { Outcome } from '../../src/server/features/knowledge/evaluation/metrics.ts';
import { judge, type Judged, type LookedUp } from './examples.ts';
import { learn, learnRight } from './models.ts';
import { safeThreshold } from './threshold.ts';

/** What a set came to with everything learned on the other sets. */
export interface LeftOut {
  name: string;
  judged: Judged[];
  outcomes: Outcome[];
  /** The threshold that the other sets give, each of them judged by what the rest of them teach. */
  answerFrom: number;
}

/** Judges each set by what the others teach. */
export function leaveOneOut(sets: readonly LookedUp[]): LeftOut[] {
  return sets.map((set) => {
    const others = learn(sets.filter((other) => other !== set));
    const judged = judge(set, others.ranking);
    return {
      name: set.name,
      judged,
      outcomes: outcomesOf(judged, others.right),
      answerFrom: safeThreshold(innerOutcomes([...others.judged.values()])),
    };
  });
}

function innerOutcomes(sets: readonly (readonly Judged[])[]): Outcome[][] {
  if (sets.length < 2) return [];
  return sets.map((set) => outcomesOf(set, learnRight(sets.filter((other) => other !== set))));
}

function outcomesOf(judged: readonly Judged[], right: LogisticModel): Outcome[] {
  return judged.map(({ signals, isRight, gold }) => ({
    confidence: probabilityOf(right, signals),
    isRight,
    isAnswerable: gold.answerable,
  }));
}
