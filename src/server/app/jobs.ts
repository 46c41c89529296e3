import { enqueue, type JobHandlers, type JobSpec } from '../platform/jobs/jobs.ts';
import type { Database } from '../platform/db/database.ts';
import { routingJob, type Router } from '../features/routing/index.ts';
import type { FollowupService } from '../features/followups/index.ts';

export interface JobDeps {
  readonly database: Database;
  readonly router: Router;
  readonly followups: FollowupService;
  readonly others: Pick<JobHandlers, 'mail.read' | 'mail.send' | 'queue.tell'>;
}

/** What runs each job. */
export function createJobHandlers({ database, router, followups, others }: JobDeps): JobHandlers {
  return {
    ...others,
    async 'routing.plan'({ workspaceId }) {
      for (;;) {
        const { wakeAt, more } = await router.route(workspaceId);
        if (wakeAt !== null) await enqueueNow(database, routingJob(workspaceId, wakeAt));
        if (!more) return;
      }
    },
    'brief.write': ({ workspaceId, ticketId }) => followups.write(workspaceId, ticketId),
  };
}

async function enqueueNow(database: Database, spec: JobSpec): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await enqueue(client, [spec]);
  } finally {
    client.release();
  }
}
