import type { Clock } from '../../src/server/platform/clock.ts';

/** The real time, moved forward as a test wants: minutes pass at once and nothing waits. */
export function createMovedClock(): Clock & { forward(minutes: number): void } {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    forward(minutes) {
      aheadMs += minutes * 60_000;
    },
  };
}
