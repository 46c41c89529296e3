import { routingJob } from '../features/routing/index.ts';
import { closingJob, sessionWakeJob } from '../features/sessions/index.ts';
import type { Database } from '../platform/db/database.ts';
import { enqueue, type JobHandlers, type JobSpec } from '../platform/jobs/jobs.ts';
import type { Services } from './services.ts';

/** What runs each job. */
export function createJobHandlers(
  database: Database,
  services: Pick<
    Services,
    'closing' | 'sessions' | 'router' | 'imports' | 'queueAdmin' | 'followups' | 'mail' | 'widget'
  >,
): JobHandlers {
  return {
    ...services.mail.jobs,
    'queues.rematch': ({ workspaceId }) => services.queueAdmin.rematch(workspaceId),
    'knowledge.import': ({ workspaceId, importId }) => services.imports.run(workspaceId, importId),
    'queue.tell': (payload) => services.widget.tellQueue(payload),
    'brief.write': ({ workspaceId, ticketId }) => services.followups.write(workspaceId, ticketId),
    async 'session.check'(place) {
      const runAt = await services.sessions.check(place.workspaceId, place.conversationId);
      if (runAt !== null) await enqueueNow(database, sessionWakeJob(place, runAt));
    },
    async 'tickets.close'({ workspaceId }) {
      const runAt = await services.closing.close(workspaceId);
      if (runAt !== null) await enqueueNow(database, closingJob(workspaceId, runAt));
    },
    async 'routing.plan'({ workspaceId }) {
      for (;;) {
        const { wakeAt, more } = await services.router.route(workspaceId);
        if (wakeAt !== null) await enqueueNow(database, routingJob(workspaceId, wakeAt));
        if (!more) return;
      }
    },
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
