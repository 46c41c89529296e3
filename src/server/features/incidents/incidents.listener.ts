import { job } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** A new ticket is compared with those that came before it. */
export const incidentListener: Listener = {
  jobs: ({ workspaceId, event }) =>
    event.type === 'ticket.created'
      ? [
          job(
            'ticket.place',
            { workspaceId, ticketId: event.ticketId },
            { key: `place:${event.ticketId}` },
          ),
        ]
      : [],
};
