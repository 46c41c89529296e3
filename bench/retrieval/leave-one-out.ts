import {
  probabilityOf,
  type LogisticModel,
} from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { Outcome } from '../../src/server/features/knowledge/evaluation/metrics.ts';
import { judge, type Judged, type LookedUp } from './examples.ts';
import { learn } from './models.ts';

/** What a set came to with everything learned on the other sets. */
export interface LeftOut {
  name: string;
  judged: Judged[];
  outcomes: Outcome[];
}

/** Judges each set by what the others teach. */
export function leaveOneOut(sets: readonly LookedUp[]): LeftOut[] {
  return sets.map((set) => {
    const { ranking, right } = learn(sets.filter((other) => other !== set));
    const judged = judge(set, ranking);
    return { name: set.name, judged, outcomes: judged.map((one) => outcomeOf(one, right)) };
  });
}

function outcomeOf({ signals, isRight, gold }: Judged, right: LogisticModel): Outcome {
  return { confidence: probabilityOf(right, signals), isRight, isAnswerable: gold.answerable };
}
