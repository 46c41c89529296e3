import type { ModelSettings } from '../../../contracts/models.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { job, type JobSpec } from '../../platform/jobs/jobs.ts';
import { deleteCalls, listWorkspacesWithCalls } from './calls.store.ts';

const dayMs = 24 * 60 * 60_000;
const everyMs = 60 * 60_000;

export interface RetentionDeps extends Pick<Core, 'database' | 'clock'> {
  readonly settingsOf: (scope: Scope) => Promise<{ readonly models: ModelSettings }>;
}

/** The one job that forgets old calls, for the whole installation. */
export function forgetCallsJob(now: Date, inMs: number = everyMs): JobSpec {
  const runAt = new Date(now.getTime() + inMs);
  return job('models.forget', {}, { key: 'models.forget', runAt });
}

/** Forgets calls that are older than their workspace keeps them. */
export function createCallRetention({ database, clock, settingsOf }: RetentionDeps) {
  return {
    async run(): Promise<void> {
      for (const workspaceId of await listWorkspacesWithCalls(database.owner)) {
        await database.inWorkspace(workspaceId, async (scope) => {
          const { retentionDays } = (await settingsOf(scope)).models;
          await deleteCalls(scope, new Date(clock.now().getTime() - retentionDays * dayMs));
        });
      }
    },
  };
}
