import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** What happens to a case within this time is counted once. */
const mergeMs = 1_000;
const dayMs = 86_400_000;

/** Follows the cases of the assistant, the articles it lacks, and once a day what outcomes speak for. */
export function createLearningListener(clock: Clock): Listener {
  return {
    jobs({ workspaceId, event }) {
      switch (event.type) {
        case 'assistant.changed':
          return [follow(workspaceId, event.ticketId), look(workspaceId)];
        case 'survey.answered':
        case 'ticket.solved':
          return [follow(workspaceId, event.ticketId)];
        case 'article.changed':
          return [job('learning.article', { workspaceId, articleId: event.articleId })];
        case 'replay.started':
          return [
            job(
              'assistant.replay',
              { workspaceId, replayId: event.replayId },
              { key: `replay:${event.replayId}`, queue: `replay:${workspaceId}`, maxAttempts: 3 },
            ),
          ];
        default:
          return [];
      }
    },
  };

  function follow(workspaceId: string, ticketId: string): JobSpec {
    const runAt = new Date(clock.now().getTime() + mergeMs);
    return job(
      'learning.follow',
      { workspaceId, ticketId },
      { key: `learning:${ticketId}`, runAt },
    );
  }

  /** The next night, where one is not planned already. */
  function look(workspaceId: string): JobSpec {
    const night = (Math.floor(clock.now().getTime() / dayMs) + 1) * dayMs;
    return job(
      'learning.look',
      { workspaceId },
      { key: `learning.look:${workspaceId}`, runAt: new Date(night), keepRunAt: true },
    );
  }
}
