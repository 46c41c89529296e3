import {
  operatingAt,
  type Outcome,
} from '../../src/server/features/knowledge/evaluation/metrics.ts';

const PRECISION = 0.95;
const UNANSWERABLE = 0.05;
const HIGHEST = 99;
/** Questions to come are not quite like those judged: so many hundredths above the lowest that holds. */
const ROOM = 3;

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
 * Three hundredths above the lowest confidence, in hundredths from 0.5, from which at least 95 % of all answers are
 * right and at most 5 % of all unanswerable questions are answered.
 */
export function safeThreshold(sets: readonly (readonly Outcome[])[]): number {
  const all = sets.flat();
  for (let hundredths = 50; hundredths < HIGHEST - ROOM; hundredths += 1) {
    const { precision, answeredWrongly } = operatingAt(all, hundredths / 100);
    if (precision >= PRECISION && answeredWrongly <= UNANSWERABLE) return (hundredths + ROOM) / 100;
  }
  return HIGHEST / 100;
}
