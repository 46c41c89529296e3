import type { WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { listWorkspaceIds } from '../workspaces/index.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import { deleteDecisions } from './decisions.store.ts';
import { learnHandling } from './handling.rules.ts';
import { deleteStretches, listStretches, replaceHandlingTimes } from './handling.store.ts';
import { deleteMoves } from './moves.store.ts';

const dayMs = 24 * 60 * 60_000;
/** What handling times are learned from: recent enough to be true, few enough to be quick. */
const learnedDays = 90;
const mostStretches = 20_000;
/** Rows that one transaction deletes, and how many such steps one run makes. */
const deletedAtOnce = 5_000;
const mostSteps = 40;
const everyMs = 60 * 60_000;

export interface UpkeepDeps extends Core {
  readonly settingsOf: (scope: Scope) => Promise<WorkspaceSettings>;
}

/** The one job that looks after the router's memory, for the whole installation. */
export function upkeepJob(now: Date, inMs: number = everyMs): JobSpec {
  const runAt = new Date(now.getTime() + inMs);
  return job('routing.upkeep', {}, { key: 'routing.upkeep', runAt });
}

/** Learns handling times anew and forgets reasons that are older than the workspace keeps them. */
export function createUpkeep({ database, clock, ids, settingsOf }: UpkeepDeps) {
  return {
    async run(): Promise<void> {
      for (const workspaceId of await listWorkspaceIds(database.owner)) {
        await this.learn(workspaceId);
        await forget(workspaceId);
      }
    },

    /** Estimates handling times of a workspace from what its people did lately. */
    async learn(workspaceId: string): Promise<void> {
      const now = clock.now();
      const since = new Date(now.getTime() - learnedDays * dayMs);
      await database.inWorkspace(workspaceId, async (scope) => {
        const stretches = await listStretches(scope, { since, limit: mostStretches });
        const learned = learnHandling(stretches).map((one) => ({ ...one, id: ids.next() }));
        await replaceHandlingTimes(scope, learned, now);
      });
    },
  };

  async function forget(workspaceId: string): Promise<void> {
    const now = clock.now().getTime();
    for (let step = 0; step < mostSteps; step += 1) {
      const deleted = await database.inWorkspace(workspaceId, async (scope) => {
        const { keepDecisionsDays } = (await settingsOf(scope)).routing;
        const limit = deletedAtOnce;
        const stretches = await deleteStretches(scope, new Date(now - learnedDays * dayMs), limit);
        await deleteMoves(scope, new Date(now - dayMs));
        const before = new Date(now - keepDecisionsDays * dayMs);
        return Math.max(stretches, await deleteDecisions(scope, before, limit));
      });
      if (deleted < deletedAtOnce) return;
    }
  }
}
