import { createContext, use, useCallback, useSyncExternalStore } from 'react';

/** The time as the desk shows it, and one timer shared by everything that ticks. */
export type Clock = {
  now: () => number;
  /** Calls back about once a second while anybody listens; returns the way to stop. */
  subscribe: (listener: () => void) => () => void;
};

const TICK_MS = 1000;

/** A clock over a time source, which may be corrected by the server's; it sleeps while nobody listens or the page is hidden. */
export function createClock(now: () => number): Clock {
  const listeners = new Set<() => void>();
  let timer: number | undefined;
  const tick = () => {
    if (!document.hidden) for (const listener of listeners) listener();
  };
  return {
    now,
    subscribe(listener) {
      listeners.add(listener);
      timer ??= window.setInterval(tick, TICK_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

/** Gives the clock to everything below it. */
export const ClockContext = createContext<Clock | null>(null);

/** The clock above; throws when there is none. */
export function useClock(): Clock {
  const clock = use(ClockContext);
  if (!clock) throw new Error('useClock needs a ClockContext above it');
  return clock;
}

/** The time rounded down to `everyMs`: the component renders again only when that changes. */
export function useNow(everyMs = 1000): number {
  const clock = useClock();
  const read = useCallback(() => Math.floor(clock.now() / everyMs) * everyMs, [clock, everyMs]);
  return useSyncExternalStore(clock.subscribe, read);
}
