import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** A new ticket is compared with those that came before it; what is said to many goes out. */
export const incidentListener: Listener = {
  jobs: ({ workspaceId, event }): JobSpec[] => {
    switch (event.type) {
      case 'ticket.created': {
        const { ticketId } = event;
        return [job('ticket.place', { workspaceId, ticketId }, { key: `place:${ticketId}` })];
      }
      case 'telling.started': {
        const { tellingId } = event;
        return [job('incident.tell', { workspaceId, tellingId }, { key: `tell:${tellingId}` })];
      }
      default:
        return [];
    }
  },
};
