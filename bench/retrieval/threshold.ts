import {
  meanOf,
  operatingAt,
  type Outcome,
} from '../../src/server/features/knowledge/evaluation/metrics.ts';

const PRECISION = 0.95;
const UNANSWERABLE = 0.05;
const HIGHEST = 0.99;
/** A threshold must hold a little above it as well, or it is luck. */
const HOLDS_FOR = 2;

/** Outcomes of several sets, those of small sets repeated so that each set counts alike. */
export function alike(sets: readonly (readonly Outcome[])[]): Outcome[] {
  const largest = Math.max(0, ...sets.map((outcomes) => outcomes.length));
  return sets.flatMap((outcomes) =>
    Array.from({ length: largest }, (_, i) => outcomes[i % outcomes.length]).filter(
      (one) => one !== undefined,
    ),
  );
}

/**
 * The lowest confidence, in hundredths from 0.5, from which at least 95 % of all answers are right and at most
 * 5 % of the unanswerable questions of a set are answered on average.
 */
export function safeThreshold(sets: readonly (readonly Outcome[])[]): number {
  const all = sets.flat();
  let held = 0;
  for (let hundredths = 50; hundredths < HIGHEST * 100; hundredths += 1) {
    const from = hundredths / 100;
    const { precision } = operatingAt(all, from);
    const answeredWrongly = meanOf(sets.map((one) => operatingAt(one, from).answeredWrongly));
    held = precision >= PRECISION && answeredWrongly <= UNANSWERABLE ? held + 1 : 0;
    if (held === HOLDS_FOR) return (hundredths - HOLDS_FOR + 1) / 100;
  }
  return HIGHEST;
}
