import type { Listener } from '../../platform/outbox/relay.ts';
import { job } from '../../platform/jobs/jobs.ts';

/** Carries out imports that were taken in. */
export const knowledgeListener: Listener = {
  jobs: ({ workspaceId, event }) =>
    event.type === 'import.changed' && event.started
      ? [job('knowledge.import', { workspaceId, importId: event.importId })]
      : [],
};
