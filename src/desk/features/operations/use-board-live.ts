import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskChange } from '../../../contracts/realtime.ts';
import { useRealtime } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** At most so often the board is fetched again, however much happens. */
const EVERY_MS = 2_000;
/** A list somebody has scrolled far down is large: 5,000 rows are 2.5 MB. */
const LARGE_EVERY_MS = 10_000;
const LARGE = 1_000;
/** Ages and guardrails pass by themselves. */
const ANYWAY_MS = 30_000;

const CHANGES_BOARD: ReadonlySet<DeskChange['event']> = new Set<DeskChange['event']>([
  'work.changed',
  'ticket.changed',
  'tickets.changed',
  'agent.changed',
  'offer.changed',
  'team.changed',
  'settings.changed',
  'sla.changed',
]);

/** Fetches the board again when something on it is different: at once, then at most every two seconds, large lists every ten. */
export function useBoardLive(): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    let last = 0;
    let lastLarge = 0;
    let timer: number | undefined;
    const fetchAgain = () => {
      timer = undefined;
      last = Date.now();
      if (document.hidden) return;
      const withLarge = last - lastLarge >= LARGE_EVERY_MS;
      if (withLarge) lastLarge = last;
      void client.invalidateQueries({
        queryKey: queryKeys.board,
        predicate: ({ queryKey }) => withLarge || !isLarge(queryKey),
      });
    };
    const stop = realtime.onChange('*', ({ event }) => {
      if (!CHANGES_BOARD.has(event)) return;
      timer ??= window.setTimeout(fetchAgain, Math.max(0, last + EVERY_MS - Date.now()));
    });
    const anyway = window.setInterval(fetchAgain, ANYWAY_MS);
    document.addEventListener('visibilitychange', fetchAgain);
    return () => {
      stop();
      window.clearTimeout(timer);
      window.clearInterval(anyway);
      document.removeEventListener('visibilitychange', fetchAgain);
    };
  }, [realtime, client]);
}

function isLarge([, , query]: readonly unknown[]): boolean {
  return ((query as { limit?: number } | undefined)?.limit ?? 0) > LARGE;
}
