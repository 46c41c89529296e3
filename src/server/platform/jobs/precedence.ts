import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 10;

export interface Precedence {
  /** Runs work that others make way for. */
  first<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits until no such work runs, but never longer than so many milliseconds. */
  makeWay(mostMs: number): Promise<void>;
}

/**
 * Lets some work of a process go before other work that could as well run later. Both are to be done by one
 * event loop: without this each turn of the one would wait for turns of the other.
 */
export function createPrecedence(): Precedence {
  let running = 0;
  return {
    async first(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
      }
    },
    async makeWay(mostMs) {
      const until = performance.now() + mostMs;
      while (running > 0 && performance.now() < until) await sleep(lookEveryMs);
    },
  };
}
