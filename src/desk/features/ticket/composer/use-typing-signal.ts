import { useCallback, useEffect, useRef } from 'react';
import { useRealtime } from '../../../lib/api-context.ts';
import { useClock } from '../../../lib/clock.tsx';

const RENEW_MS = 2_500;
const IDLE_MS = 4_000;

/** Tells that I write, while I do. Never for notes: the customer would see it. */
export function useTypingSignal(ticketId: string) {
  const realtime = useRealtime();
  const clock = useClock();
  const told = useRef(0);
  const timer = useRef<number | undefined>(undefined);
  const stop = useCallback(() => {
    window.clearTimeout(timer.current);
    if (told.current > 0) realtime.send('typing', { ticketId, typing: false });
    told.current = 0;
  }, [realtime, ticketId]);
  const signal = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(stop, IDLE_MS);
    if (clock.now() - told.current < RENEW_MS) return;
    told.current = clock.now();
    realtime.send('typing', { ticketId, typing: true });
  }, [realtime, ticketId, clock, stop]);
  useEffect(() => stop, [stop]);
  return { signal, stop };
}
