import { useEffect, useState } from 'react';
import type { DeskTyping } from '../../../contracts/realtime.ts';
import { useRealtime } from '../../lib/api-context.ts';
import { useSignedIn } from '../session-gate/queries.ts';

/** A writer whose signal has not been renewed for this long has stopped. */
const FORGET_MS = 6_000;

/** Who writes in the opened ticket besides me. */
export type Typists = readonly DeskTyping[];

/** Opens the ticket's room while it is on screen, also after a reconnect, and tells who writes there. */
export function useWatchTicket(ticketId: string): Typists {
  const realtime = useRealtime();
  const { memberId } = useSignedIn();
  const [typists, setTypists] = useState<Typists>([]);
  useEffect(() => {
    const watch = () => {
      if (realtime.state() === 'connected') realtime.send('ticket.watch', { ticketId });
    };
    const timers = new Map<string, number>();
    const keyOf = (one: DeskTyping) => one.memberId ?? one.who;
    const drop = (key: string) => setTypists((all) => all.filter((one) => keyOf(one) !== key));
    watch();
    const stopStates = realtime.subscribe(watch);
    const stopTyping = realtime.onTyping((one) => {
      if (one.ticketId !== ticketId || one.memberId === memberId) return;
      const key = keyOf(one);
      window.clearTimeout(timers.get(key));
      if (!one.typing) return drop(key);
      timers.set(
        key,
        window.setTimeout(() => drop(key), FORGET_MS),
      );
      setTypists((all) => [...all.filter((other) => keyOf(other) !== key), one]);
    });
    return () => {
      stopStates();
      stopTyping();
      for (const timer of timers.values()) window.clearTimeout(timer);
      realtime.send('ticket.unwatch', { ticketId });
    };
  }, [realtime, ticketId, memberId]);
  return typists;
}
