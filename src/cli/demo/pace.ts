import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the actors feel it: seconds of people, shortened by the speed. */
export interface Pace {
  readonly signal: AbortSignal;
  /** Waits; throws when the demo ends meanwhile. */
  wait(seconds: number): Promise<void>;
  /** Looks again and again; false when it has not come true in time. */
  until(condition: () => boolean | Promise<boolean>, seconds: number): Promise<boolean>;
  /** Waits by the wall clock, whatever the speed. */
  waitReal(ms: number): Promise<void>;
}

/** How often is looked, in milliseconds of the wall clock: often enough for people, seldom for machines. */
const lookMs = { least: 40, most: 500 };

/** Makes a pace; `signal` ends every wait. */
export function createPace(options: { speed: number; signal: AbortSignal }): Pace {
  const { speed, signal } = options;
  const waitReal = async (ms: number) => {
    signal.throwIfAborted();
    await sleep(ms, undefined, { signal });
  };
  const step = Math.min(lookMs.most, Math.max(lookMs.least, 500 / speed));
  return {
    signal,
    waitReal,
    wait: (seconds) => waitReal((seconds * 1_000) / speed),
    async until(condition, seconds) {
      const looks = Math.max(1, Math.ceil((seconds * 1_000) / speed / step));
      for (let look = 0; look < looks; look += 1) {
        if (await condition()) return true;
        await waitReal(step);
      }
      return condition();
    },
  };
}

/** Seconds somebody takes to type a text; people who write much write faster. */
export function typingSeconds(text: string): number {
  return Math.min(25, 1.5 + text.length / 14);
}
