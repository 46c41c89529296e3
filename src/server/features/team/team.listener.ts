import type { Listener } from '../../platform/outbox/relay.ts';
import { job } from '../../platform/jobs/jobs.ts';

/** Matches waiting work anew when the queues are different. */
export const teamListener: Listener = {
  jobs: ({ workspaceId, event }) =>
    event.type === 'queues.changed'
      ? [job('queues.rematch', { workspaceId }, { key: `rematch:${workspaceId}` })]
      : [],
};
