import type { Clock } from '../../platform/clock.ts';
import { job } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** What is said within this time is put into the search at once, each ticket once. */
const gatherMs = 1_500;

/**
 * Messages are found two or three seconds after they were said. Indexing one costs fifteen times what
 * inserting its row costs, so no sender waits for it; indexing ten of a ticket costs little more than one.
 */
export function createSearchListener(clock: Clock): Listener {
  return {
    jobs: ({ workspaceId, event }) => {
      if (event.type !== 'message.created') return [];
      const runAt = new Date(clock.now().getTime() + gatherMs);
      const key = `search:${workspaceId}`;
      return [job('search.index', { workspaceId }, { key, runAt, keepRunAt: true })];
    },
  };
}
