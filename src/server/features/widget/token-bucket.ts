import type { Clock } from '../../platform/clock.ts';

/** Lets `burst` acts through at once and refills evenly over `perMs`. */
export function createTokenBucket(limit: { burst: number; perMs: number }, clock: Clock) {
  let tokens = limit.burst;
  let filledAt = clock.now().getTime();
  return {
    /** Whether one more act is within the limit; counts it if so. */
    take(): boolean {
      const now = clock.now().getTime();
      const refill = ((now - filledAt) * limit.burst) / limit.perMs;
      tokens = Math.min(limit.burst, tokens + Math.max(0, refill));
      filledAt = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
