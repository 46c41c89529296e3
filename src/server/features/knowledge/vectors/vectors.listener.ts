import type { Clock } from '../../../platform/clock.ts';
import { job, type JobSpec } from '../../../platform/jobs/jobs.ts';
import type { Listener } from '../../../platform/outbox/relay.ts';

/** Articles that are written one after the other are read once. */
const gatherMs = 2_000;

/**
 * Makes the vectors of a workspace's passages, or looks whether there is anything to make: one after the other,
 * or a second one makes what the first is about to, and an import finds every worker taken.
 */
export function vectorJob(workspaceId: string, runAt: Date): JobSpec {
  return followJob(workspaceId, { key: `vectors:${workspaceId}`, runAt });
}

/** The same after a failure. What changes meanwhile, such as the provider, does not wait for it. */
export function vectorRetryJob(workspaceId: string, runAt: Date): JobSpec {
  return followJob(workspaceId, { key: `vectors-again:${workspaceId}`, runAt });
}

function followJob(workspaceId: string, { key, runAt }: { key: string; runAt: Date }): JobSpec {
  const queue = `vectors:${workspaceId}`;
  return job('knowledge.embed', { workspaceId }, { key, queue, runAt, keepRunAt: true });
}

/** Vectors follow the articles, and the embedder a workspace connects. */
export function createVectorListener(clock: Clock): Listener {
  return {
    jobs: ({ workspaceId, event }) =>
      event.type === 'article.changed' || event.type === 'settings.changed'
        ? [vectorJob(workspaceId, new Date(clock.now().getTime() + gatherMs))]
        : [],
  };
}
