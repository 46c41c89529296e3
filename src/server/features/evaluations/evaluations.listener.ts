import { job } from '../../platform/jobs/jobs.ts';
import type { Listener } from '../../platform/outbox/relay.ts';

/** Runs of a workspace come one after the other. */
export const evaluationListener: Listener = {
  jobs: ({ workspaceId, event }) =>
    event.type === 'evaluation.started'
      ? [
          job(
            'evaluation.run',
            { workspaceId, evaluationId: event.evaluationId },
            { queue: `evaluation:${workspaceId}` },
          ),
        ]
      : [],
};
