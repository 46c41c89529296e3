import type { Clock } from '../../../platform/clock.ts';
import { job } from '../../../platform/jobs/jobs.ts';
import type { Listener } from '../../../platform/outbox/relay.ts';

/** Solved tickets teach words: looked through at most once an hour. */
const settleMs = 3_600_000;

/** Looks for synonyms some time after tickets were solved. */
export function createSynonymListener(clock: Clock): Listener {
  return {
    jobs: ({ workspaceId, event }) =>
      event.type === 'ticket.solved'
        ? [
            job(
              'synonyms.propose',
              { workspaceId },
              {
                key: `synonyms:${workspaceId}`,
                runAt: new Date(clock.now().getTime() + settleMs),
                keepRunAt: true,
              },
            ),
          ]
        : [],
  };
}
