import { useEffect } from 'react';
import { useRealtime } from '../../lib/api-context.ts';
import { useClock } from '../../lib/clock.tsx';

const BEAT_MS = 15_000;

/** Tells the server every 15 s that this desk is open: presence depends on it. */
export function useHeartbeat(): void {
  const realtime = useRealtime();
  const clock = useClock();
  useEffect(() => {
    const beat = () => {
      if (realtime.state() === 'connected')
        realtime.send('heartbeat', { at: new Date(clock.now()).toISOString() });
    };
    const timer = window.setInterval(beat, BEAT_MS);
    const stop = realtime.subscribe(beat);
    beat();
    return () => {
      window.clearInterval(timer);
      stop();
    };
  }, [realtime, clock]);
}
