import { useEffect, useRef } from 'react';
import type { TimelineEntry } from '../../../../contracts/conversations.ts';
import { useRealtime } from '../../../lib/api-context.ts';
import { lastSeq } from './timeline.rules.ts';

/** Tells the server what has been on screen: only while the end of the timeline and the page are visible. */
export function useMarkSeen(
  ticketId: string,
  { entries, visible }: { entries: readonly TimelineEntry[]; visible: boolean },
): void {
  const realtime = useRealtime();
  const told = useRef(0);
  const seq = lastSeq(entries);
  useEffect(() => {
    const tell = () => {
      if (!visible || document.hidden || seq <= told.current || realtime.state() !== 'connected')
        return;
      told.current = seq;
      realtime.send('seen', { ticketId, seq });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    const stop = realtime.subscribe(tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      stop();
    };
  }, [realtime, ticketId, seq, visible]);
}
