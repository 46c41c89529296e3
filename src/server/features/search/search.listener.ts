import type { Clock } from '../../platform/clock.ts';
import { job } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** What is said within this time is put into the search at once, each ticket once. */
const gatherMs = 500;

/**
 * Messages are found soon after they were said. Indexing one costs fifteen times what inserting it costs,
 * so no sender waits for it.
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
