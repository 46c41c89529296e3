import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRealtime } from '../../../lib/api-context.ts';
import { useClock } from '../../../lib/clock.tsx';
import { queryKeys } from '../../query-keys.ts';
import { listOutgoingTickets, recallOutgoing } from './outgoing-storage.ts';
import { usePostOutgoing, type Outgoing } from './outgoing.ts';

const AGAIN_MS = 10_000;

/**
 * Sends what waits for the connection, of all tickets and oldest first: when the connection is back, when
 * the browser says so, and every ten seconds. The server stores each once, by its client id.
 */
export function useResend(): void {
  const client = useQueryClient();
  const realtime = useRealtime();
  const clock = useClock();
  const post = usePostOutgoing();
  useEffect(() => {
    let running = false;
    const waitingOf = (ticketId: string): readonly Outgoing[] => {
      const key = queryKeys.outgoing(ticketId);
      const known = client.getQueryData<readonly Outgoing[]>(key);
      if (known === undefined) client.setQueryData(key, recallOutgoing(ticketId, clock.now()));
      const all = client.getQueryData<readonly Outgoing[]>(key) ?? [];
      return all.filter(({ state }) => state === 'waiting');
    };
    const resend = async () => {
      if (running || !navigator.onLine) return;
      running = true;
      for (const ticketId of listOutgoingTickets())
        for (const one of waitingOf(ticketId).toSorted((a, b) => a.at.localeCompare(b.at)))
          // While another one was on its way, it may have been taken back into the composer.
          if (waitingOf(ticketId).some(({ clientId }) => clientId === one.clientId))
            await post(ticketId, one);
      running = false;
    };
    const again = () => void resend();
    const timer = window.setInterval(again, AGAIN_MS);
    const stop = realtime.onReconnect(again);
    window.addEventListener('online', again);
    again();
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
      stop();
    };
  }, [client, realtime, clock, post]);
}
