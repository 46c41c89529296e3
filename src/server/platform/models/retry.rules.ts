/** What is tried again, and when. */
export interface RetryQuestion {
  /** Attempts made so far, from 1. */
  readonly attempts: number;
  /** What the provider asked for; null where it did not say. */
  readonly waitMs: number | null;
  /** Time that is left for the whole call. */
  readonly leftMs: number;
  /** From 0 to 1: spreads those who failed at the same moment. */
  readonly chance: number;
}

const maxAttempts = 3;
const firstPauseMs = 400;

/** How long to wait before the next attempt; null when there is none, or no time for it. */
export function pauseBeforeRetry({
  attempts,
  waitMs,
  leftMs,
  chance,
}: RetryQuestion): number | null {
  if (attempts >= maxAttempts) return null;
  const ownMs = firstPauseMs * 2 ** (attempts - 1) * (0.5 + chance / 2);
  const pauseMs = Math.max(waitMs ?? 0, ownMs);
  return pauseMs < leftMs ? pauseMs : null;
}
