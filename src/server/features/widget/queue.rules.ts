/** What a waiting customer is told about the queue. */

/** Acceptances looked back at; fewer than `fewest` say nothing honest about the pace. */
export const paceWindowMs = 60 * 60_000;
const fewest = 3;
const stepSeconds = 30;
const longestSeconds = 60 * 60;

export interface Pace {
  readonly position: number;
  readonly served: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/**
 * Seconds until it is this customer's turn, in half minutes and at most an hour: place times the mean
 * interval between the last acceptances. The pause since the last one counts when it is the longer measure,
 * so that a queue that has come to a halt does not go on promising its earlier pace.
 */
export function estimateSeconds(pace: Pace, now: Date): number | null {
  const { served, firstAt, lastAt, position } = pace;
  if (served < fewest || firstAt === null || lastAt === null) return null;
  const between = (lastAt.getTime() - firstAt.getTime()) / (served - 1);
  const untilNow = (now.getTime() - firstAt.getTime()) / served;
  const seconds = (Math.max(between, untilNow) * position) / 1_000;
  return Math.min(
    longestSeconds,
    Math.max(stepSeconds, Math.round(seconds / stepSeconds) * stepSeconds),
  );
}
