import type { DomainEvent } from '../../../contracts/events.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** What happens to a ticket within this time is asked about at once: a mail that is answered is five happenings. */
const gatherMs = 300;

/** With the growing pauses of the queue, about a day of a receiver that is away. */
const callAttempts = 15;

/** What happened to a ticket is asked of the rules; calls of webhooks are made; the clock is kept running. */
export const triggerListener: Listener = {
  jobs({ workspaceId, event }) {
    if (event.type === 'webhook.queued') {
      const { deliveryId } = event;
      return [job('webhook.send', { workspaceId, deliveryId }, { maxAttempts: callAttempts })];
    }
    if (event.type === 'triggers.changed') return [sweepJob(workspaceId)];
    if (event.type === 'work.given')
      return event.tickets.map(({ ticketId }) => runJob(workspaceId, ticketId));
    const ticketId = ticketOf(event);
    return ticketId === null ? [] : [runJob(workspaceId, ticketId)];
  },
};

function runJob(workspaceId: string, ticketId: string): JobSpec {
  return job(
    'trigger.run',
    { workspaceId, ticketId },
    { key: `trigger.run:${ticketId}`, gatherMs },
  );
}

/** Looks at the rules by the clock; one such job waits for a workspace at most. */
export function sweepJob(workspaceId: string, runAt?: Date): JobSpec {
  return job(
    'trigger.sweep',
    { workspaceId },
    { key: `trigger.sweep:${workspaceId}`, ...(runAt && { runAt }) },
  );
}

function ticketOf(event: DomainEvent): string | null {
  switch (event.type) {
    case 'ticket.created':
    case 'ticket.changed':
    case 'message.created':
    case 'session.ended':
    case 'session.changed':
    case 'work.changed':
    case 'brief.changed':
      return event.ticketId;
    default:
      return null;
  }
}
