import { job } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** Finishes bulks that are too large for one request. */
export const bulkListener: Listener = {
  jobs: ({ workspaceId, event }) =>
    event.type === 'bulk.started'
      ? [job('bulk.run', { workspaceId, bulkId: event.bulkId }, { key: `bulk:${event.bulkId}` })]
      : [],
};
