import { useEffect } from 'react';
import { useRealtime } from '../../lib/api-context.ts';
import { useClock } from '../../lib/clock.tsx';

const BEAT_MS = 15_000;
/** What shows that somebody is at the desk; a pointer that rests moves nothing. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Tells the server every 15 s that this desk is open, and since when nobody touched it: presence depends on it. */
export function useHeartbeat(): void {
  const realtime = useRealtime();
  const clock = useClock();
  useEffect(() => {
    let touchedAt = clock.now();
    const touch = () => {
      touchedAt = clock.now();
    };
    const beat = () => {
      if (realtime.state() !== 'connected') return;
      const now = clock.now();
      const idleSeconds = Math.max(0, Math.floor((now - touchedAt) / 1_000));
      realtime.send('heartbeat', { at: new Date(now).toISOString(), idleSeconds });
    };
    for (const sign of SIGNS)
      window.addEventListener(sign, touch, { passive: true, capture: true });
    const timer = window.setInterval(beat, BEAT_MS);
    const stop = realtime.subscribe(beat);
    beat();
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
      window.clearInterval(timer);
      stop();
    };
  }, [realtime, clock]);
}
