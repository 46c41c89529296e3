import { categoryPolicyOf } from '../../../../contracts/assistant.ts';
import type { Replay, SetUp, StartCategory } from '../../../../contracts/learning.ts';
import type { Core } from '../../../platform/core.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { changedRule } from '../proposals/policy-change.rules.ts';
import type { PolicyKeeper } from '../proposals/proposals.service.ts';
import {
  countPast,
  countPublished,
  findReplay,
  insertReplay,
  listReplayCases,
  listReplays,
} from './replays.store.ts';
import { replayView } from './replays.view.ts';
import { createReplayRunner, pastDays, type RunReplayDeps } from './run-replay.ts';

export interface ReplayDeps extends Core, Pick<RunReplayDeps, 'ask'> {
  readonly policies: PolicyKeeper;
}

export type ReplayService = ReturnType<typeof createReplayService>;

const dayMs = 86_400_000;
/** A run that has said nothing for so long was lost. */
const lostAfterMs = 15 * 60_000;

interface Author {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Trying the assistant on past cases before it is switched on. */
export function createReplayService(deps: ReplayDeps) {
  const { database, clock, ids, policies } = deps;
  return {
    /** Handler of `assistant.replay`. */
    run: createReplayRunner(deps),

    /** The categories with how many cases agents have solved in each, most first. */
    setUp: (workspaceId: string): Promise<SetUp> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const since = new Date(clock.now().getTime() - pastDays * dayMs);
        const { policy } = await policies.policyOf(scope);
        const replays = await listReplays(scope);
        const categories = (await countPast(scope, since)).map(({ category, past }) => {
          const { autonomy, answerFrom } = categoryPolicyOf(policy, category);
          const replay = replays.find((one) => one.category === category);
          return {
            category,
            past,
            autonomy,
            answerFrom,
            replay: replay
              ? {
                  id: replay.id,
                  state: replay.state,
                  at: replay.made_at.toISOString(),
                  total: replay.total,
                  done: replay.done ?? 0,
                }
              : null,
          };
        });
        return { categories, articles: await countPublished(scope) };
      }),

    /** Begins to ask the past cases of a category. Throws `replay_running` where that is being done. */
    ask: ({ workspaceId, memberId }: Author, category: string): Promise<{ id: string }> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const at = clock.now();
        const running = (await listReplays(scope)).some(
          (one) =>
            one.category === category &&
            one.state === 'running' &&
            at.getTime() - one.made_at.getTime() < lostAfterMs,
        );
        if (running) throw new AppError('replay_running', 'Wait until it is done.');
        const id = ids.next();
        await insertReplay(scope, { id, category, memberId, at });
        scope.record({ type: 'replay.started', replayId: id });
        scope.record({ type: 'learning.changed', workspaceId });
        return { id };
      }),

    /** What came out. Throws `not_found`. */
    get: (workspaceId: string, id: string): Promise<Replay> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const row = await findReplay(scope, id);
        if (!row) throw notFound('replay');
        const { policy } = await policies.policyOf(scope);
        return replayView(row, await listReplayCases(scope, id), policy.learning);
      }),

    /** Lets the assistant work on the category of a replay, as far as a person chose. Throws `not_found`. */
    start: (
      { workspaceId, memberId }: Author,
      id: string,
      { autonomy, answerFrom }: StartCategory,
    ): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const row = await findReplay(scope, id);
        if (!row) throw notFound('replay');
        const { version, policy } = await policies.policyOf(scope);
        const next = changedRule(policy, row.category, { autonomy, answerFrom });
        await policies.saveIn(scope, memberId, { version, policy: next, note: '' });
        scope.record({ type: 'learning.changed', workspaceId });
      }),
  };
}
