import {
  probabilityOf,
  type LogisticModel,
} from '../../src/server/features/knowledge/retrieval/ranking/numbers.ts';
import type { Outcome } from '../../src/server/features/knowledge/evaluation/metrics.ts';
import { judge, partsOf, type Family, type Judged, type LookedUp } from './examples.ts';
import { learn, learnRight } from './models.ts';
import { safeThreshold } from './threshold.ts';

/** What some questions came to. */
export interface Judgement {
  name: string;
  judged: Judged[];
  outcomes: Outcome[];
}

/** What a set came to with everything learned on the other sets. */
export interface LeftOut extends Judgement {
  /** The threshold that the other sets give, each of them judged by what the rest of them teach. */
  answerFrom: number;
  /** The small knowledge bases drawn from it, by size. */
  small: (Judgement & { size: number })[];
}

/** Judges each set and its small bases by what the others and theirs teach. */
export function leaveOneOut(families: readonly Family[]): LeftOut[] {
  return families.map((family) => {
    const rest = families.filter((other) => other !== family);
    const others = learn(rest);
    const judgement = (set: LookedUp): Judgement => {
      const judged = judge(set, others.ranking);
      return { name: set.name, judged, outcomes: outcomesOf(judged, others.right) };
    };
    return {
      ...judgement(family.whole),
      small: family.small.map(({ size, lookedUp }) => ({ size, ...judgement(lookedUp) })),
      answerFrom: safeThreshold(innerOutcomes(rest, others.judged)),
    };
  });
}

function innerOutcomes(
  families: readonly Family[],
  judged: ReadonlyMap<LookedUp, Judged[]>,
): Outcome[][] {
  if (families.length < 2) return [];
  const of = (set: LookedUp): Judged[] => judged.get(set) ?? [];
  return families.map((family) => {
    const others = partsOf(families.filter((other) => other !== family)).map(of);
    return outcomesOf(of(family.whole), learnRight(others));
  });
}

function outcomesOf(judged: readonly Judged[], right: LogisticModel): Outcome[] {
  return judged.map(({ signals, isRight, gold }) => ({
    confidence: probabilityOf(right, signals),
    isRight,
    isAnswerable: gold.answerable,
  }));
}
