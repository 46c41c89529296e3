import type { Clock } from '../../platform/clock.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** No step of silence comes earlier than this after a word. */
const firstLookMs = 60_000;

interface Place {
  readonly workspaceId: string;
  readonly conversationId: string;
}

/** The next look that a look found; apart from those that words plan, so that neither puts off the other. */
export function sessionWakeJob(place: Place, runAt: Date): JobSpec {
  return job('session.check', place, { key: `session.wake:${place.conversationId}`, runAt });
}

function lookAfterWord(place: Place, options: Pick<JobSpec, 'runAt' | 'keepRunAt'>): JobSpec {
  return job('session.check', place, { key: `session:${place.conversationId}`, ...options });
}

/**
 * Plans the next look at a chat when somebody speaks. A customer's word starts the silence anew; an
 * agent's may begin it but never puts it off, so it keeps a look that is planned already.
 */
export function createSessionListener(clock: Clock): Listener {
  return {
    jobs: ({ workspaceId, event }) => {
      if (event.type === 'ticket.solved' || event.type === 'settings.changed') {
        return [closingJob(workspaceId)];
      }
      if (event.type !== 'message.created' || event.channel !== 'messaging') return [];
      if (event.authorKind !== 'customer' && event.authorKind !== 'agent') return [];
      const { conversationId } = event;
      const runAt = new Date(clock.now().getTime() + firstLookMs);
      const keepRunAt = event.authorKind === 'agent';
      return [lookAfterWord({ workspaceId, conversationId }, { runAt, keepRunAt })];
    },
  };
}

/** Closes what has been solved for long enough; a planned run has a key of its own. */
export function closingJob(workspaceId: string, runAt?: Date): JobSpec {
  const key = runAt === undefined ? `close:${workspaceId}` : `close.wake:${workspaceId}`;
  return job('tickets.close', { workspaceId }, { key, ...(runAt && { runAt }) });
}
