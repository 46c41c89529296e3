import { triggerActions, type TriggerActionName } from '../../../contracts/trigger-actions.ts';
import { conditionFields, type ConditionField } from '../../../contracts/trigger-conditions.ts';
import type { Core } from '../../platform/core.ts';
import type { HttpClient } from '../../platform/http-client/index.ts';
import { createReadySets } from './compiled.ts';
import { createDryRunner } from './dry-run.ts';
import { createActor } from './engine/act.ts';
import { createChainRunner } from './engine/chain.ts';
import type { ActingDeps } from './engine/deps.types.ts';
import { createTriggerRunner } from './engine/run.ts';
import { createFactsReader, type FactsDeps } from './facts.ts';
import { addRequiredSkills } from './places.store.ts';
import { createTriggerService } from './triggers.service.ts';
import { createWebhookService } from './webhooks/webhooks.service.ts';

export interface TriggersDeps
  extends Core, Omit<ActingDeps, 'clock' | 'ids' | 'addSkills'>, Pick<FactsDeps, 'withinHours'> {
  readonly http: HttpClient;
}

/** Between two looks of the clock. */
const sweepEveryMs = 60_000;

/** Rules from end to end: what writes them, what runs them, and the webhooks they call. */
export function createTriggers(deps: TriggersDeps) {
  const { database, clock } = deps;
  const facts = createFactsReader(deps);
  const act = createActor({ ...deps, addSkills: addRequiredSkills });
  const runner = createTriggerRunner({
    database,
    now: () => clock.now(),
    readySets: createReadySets(),
    facts,
    log: deps.log,
    chain: createChainRunner({ ...deps, facts, act }),
  });
  return {
    rules: createTriggerService({
      ...deps,
      dryRun: createDryRunner({ facts }),
      offered: {
        fields: Object.keys(conditionFields) as ConditionField[],
        actions: Object.keys(triggerActions) as TriggerActionName[],
      },
    }),
    webhooks: createWebhookService(deps),
    runOn: runner.onTicket,
    /** Runs what is due by the clock; answers when to look again, or null without such rules. */
    async sweep(workspaceId: string): Promise<Date | null> {
      const again = await runner.byClock(workspaceId);
      return again ? new Date(clock.now().getTime() + sweepEveryMs) : null;
    },
  };
}
