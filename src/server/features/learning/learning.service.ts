import type { Core } from '../../platform/core.ts';
import { listWithoutFacts, saveFacts } from './facts/facts.store.ts';
import { createFigureService } from './figures/figures.service.ts';
import { createGapService, type GapDeps } from './gaps/gaps.service.ts';
import { createHealthService, type HealthDeps } from './health/health.service.ts';
import { createProposalService, type PolicyKeeper } from './proposals/proposals.service.ts';
import { createReplayService } from './replays/replays.service.ts';
import type { RunReplayDeps } from './replays/run-replay.ts';

export interface LearningDeps extends Core {
  /** What the articles say to a question of a customer; null when it took too long. */
  readonly ask: RunReplayDeps['ask'];
  readonly createArticle: GapDeps['createArticle'];
  readonly policies: PolicyKeeper;
  readonly requestCorrection: HealthDeps['requestCorrection'];
}

export type LearningService = ReturnType<typeof createLearningService>;

const dayMs = 86_400_000;
const lookBackDays = 30;
const atOnce = 200;

/** What the assistant's work teaches people; none of it changes anything by itself. */
export function createLearningService(deps: LearningDeps) {
  const { database, clock } = deps;
  const gaps = createGapService({
    ...deps,
    ask: (workspaceId, text) => deps.ask(workspaceId, { text }),
  });
  const proposals = createProposalService(deps);

  /** Counts what happened to a case, and puts it into the gap it shows. */
  async function follow(workspaceId: string, ticketId: string): Promise<void> {
    await database.inWorkspace(workspaceId, (scope) => saveFacts(scope, [ticketId]));
    await gaps.gather(workspaceId, ticketId);
  }

  return {
    figures: createFigureService(deps),
    gaps,
    health: createHealthService(deps),
    proposals,
    replays: createReplayService(deps),
    follow,

    /** Follows cases of the last days that were missed, then looks for proposals. */
    async look(workspaceId: string): Promise<void> {
      const since = new Date(clock.now().getTime() - lookBackDays * dayMs);
      for (;;) {
        const missed = await database.inWorkspace(workspaceId, (scope) =>
          listWithoutFacts(scope, { since, most: atOnce }),
        );
        for (const ticketId of missed) await follow(workspaceId, ticketId);
        if (missed.length < atOnce) break;
      }
      await proposals.look(workspaceId);
    },
  };
}
