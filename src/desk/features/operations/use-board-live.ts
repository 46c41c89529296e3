import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskChange } from '../../../contracts/realtime.ts';
import { useRealtime } from '../../lib/api-context.ts';
import { queryKeys } from '../query-keys.ts';

/** At most so often the board is fetched again, however much happens. */
const EVERY_MS = 2_000;
/** Ages and guardrails pass by themselves. */
const ANYWAY_MS = 30_000;

const CHANGES_BOARD: ReadonlySet<DeskChange['event']> = new Set<DeskChange['event']>([
  'work.changed',
  'ticket.changed',
  'agent.changed',
  'offer.changed',
  'team.changed',
  'settings.changed',
  'sla.changed',
]);

/** Fetches the board again when something on it is different: at once, then at most every two seconds. */
export function useBoardLive(): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    let last = 0;
    let timer: number | undefined;
    const fetchAgain = () => {
      timer = undefined;
      last = Date.now();
      if (!document.hidden) void client.invalidateQueries({ queryKey: queryKeys.board });
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
