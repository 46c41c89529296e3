import type { EventType } from '../../../contracts/events.ts';
import type { Listener } from '../../platform/outbox/relay.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';

const changesSupplyOrDemand: ReadonlySet<EventType> = new Set([
  'work.changed',
  'agent.changed',
  'settings.changed',
  'team.changed',
  'queues.changed',
]);

/** The one routing job of a workspace: those that wait are one, and never two at a time. */
export function routingJob(workspaceId: string, runAt?: Date): JobSpec {
  // A planned wake-up must not push back a plan that is due now, so it has a key of its own.
  const key = runAt === undefined ? `routing:${workspaceId}` : `routing.wake:${workspaceId}`;
  const queue = `routing:${workspaceId}`;
  return job('routing.plan', { workspaceId }, { key, queue, ...(runAt && { runAt }) });
}

/** Plans again whenever supply or demand has changed, and tells those who wait that the queue moved. */
export const routingListener: Listener = {
  jobs: ({ workspaceId, event }) => {
    if (event.type === 'queue.moved') {
      const { queueId } = event;
      return [job('queue.tell', { workspaceId, queueId }, { key: `queue:${queueId}` })];
    }
    if (event.type === 'work.changed' && event.kept) return [];
    return changesSupplyOrDemand.has(event.type) ? [routingJob(workspaceId)] : [];
  },
};
