import type { Clock } from '../../platform/clock.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** People edit several categories in a row and correct several tickets: one training for all of them. */
const settleMs = { edited: 5_000, corrected: 60_000 };

/** Trains the category model of a workspace, where it would be another one than the last. */
export function trainingJob(workspaceId: string, runAt: Date): JobSpec {
  const key = `categories:${workspaceId}`;
  return job('categories.train', { workspaceId }, { key, queue: 'categories', runAt });
}

/** Tickets are read when their customer has written; models are trained when what they learn from changed. */
export function createClassificationListener(clock: Clock): Listener {
  const train = (workspaceId: string, waitMs: number): JobSpec =>
    trainingJob(workspaceId, new Date(clock.now().getTime() + waitMs));
  const read = (workspaceId: string, ticketId: string): JobSpec =>
    job('ticket.understand', { workspaceId, ticketId }, { key: `understand:${ticketId}` });
  return {
    jobs: ({ workspaceId, event }) => {
      switch (event.type) {
        case 'ticket.created':
          return [read(workspaceId, event.ticketId)];
        case 'message.created':
          return event.authorKind === 'customer' && event.ticketId !== null
            ? [read(workspaceId, event.ticketId)]
            : [];
        case 'customer.deleted':
        case 'categories.changed':
          return [train(workspaceId, settleMs.edited)];
        case 'category.corrected':
          return [train(workspaceId, settleMs.corrected)];
        default:
          return [];
      }
    },
  };
}
