import type { Listener } from '../../platform/outbox/relay.ts';
import { job } from '../../platform/jobs/jobs.ts';

/** An ended chat that has a ticket gets its brief. */
export const followupListener: Listener = {
  jobs: ({ workspaceId, event }) =>
    event.type === 'session.ended' && event.ticketId !== null
      ? [
          job(
            'brief.write',
            { workspaceId, ticketId: event.ticketId },
            { key: `brief:${event.ticketId}` },
          ),
        ]
      : [],
};
