import type { z } from 'zod';
import type {
  AssistantPolicy,
  policyHistorySchema,
  PolicyVersion,
  SavePolicy,
} from '../../../../contracts/assistant.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { describePolicyChange } from './policy.rules.ts';
import {
  findPolicy,
  findVersion,
  insertPolicy,
  listVersions,
  lockPolicies,
  policyOf,
} from './policy.store.ts';

export interface PolicyAuthor {
  readonly workspaceId: string;
  /** Null: Segue itself. */
  readonly memberId: string | null;
}

export type PolicyService = ReturnType<typeof createPolicyService>;

/** What the assistant may do: saved as versions, in force with the next transaction that reads it. */
export function createPolicyService({ database, clock }: Pick<Core, 'database' | 'clock'>) {
  async function save(
    scope: Scope,
    memberId: string | null,
    { version, policy, note }: SavePolicy,
  ): Promise<void> {
    await lockPolicies(scope);
    const before = await policyOf(scope);
    if (before.version !== version)
      throw new AppError('version_conflict', 'Somebody saved it first: read it again.');
    const said = describePolicyChange(before.policy, policy);
    if (said === null && before.version > 0) return;
    await insertPolicy(scope, {
      version: version + 1,
      policy,
      note: note === '' ? (said ?? 'As shipped') : note,
      memberId,
      at: clock.now(),
    });
    scope.record({ type: 'assistant_policy.changed', workspaceId: scope.workspaceId });
  }

  async function history(scope: Scope): Promise<z.infer<typeof policyHistorySchema>> {
    const { version, policy } = await policyOf(scope);
    const versions = (await listVersions(scope)).map(({ saved_at: at, ...row }) => ({
      ...row,
      at: at.toISOString(),
    }));
    const [newest] = versions;
    return {
      current: {
        version,
        policy,
        note: newest?.note ?? '',
        by: newest?.by ?? null,
        at: newest?.at ?? new Date(0).toISOString(),
      },
      versions,
    };
  }

  return {
    /** Saves inside a transaction that is open. Throws `version_conflict`. */
    saveIn: save,

    history: (workspaceId: string) => database.inWorkspace(workspaceId, history),

    /** A version as it was saved. Throws `not_found`. */
    version: (workspaceId: string, version: number): Promise<PolicyVersion> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const found = await findVersion(scope, version);
        if (!found) throw notFound('policy');
        const { saved_at: at, ...rest } = found;
        return { ...rest, at: at.toISOString() };
      }),

    /** Throws `version_conflict` when somebody saved another since. */
    save: ({ workspaceId, memberId }: PolicyAuthor, change: SavePolicy) =>
      database.inWorkspace(workspaceId, async (scope) => {
        await save(scope, memberId, change);
        return history(scope);
      }),

    /** Makes an old version the newest one; stopped stays stopped. Throws `not_found`. */
    rollBack: ({ workspaceId, memberId }: PolicyAuthor, version: number) =>
      database.inWorkspace(workspaceId, async (scope) => {
        await lockPolicies(scope);
        const old = await findPolicy(scope, version);
        if (!old) throw notFound('policy');
        const { version: newest, policy: now } = await policyOf(scope);
        const policy: AssistantPolicy = { ...old, stopped: now.stopped };
        const note = `Back to version ${version}`;
        await save(scope, memberId, { version: newest, policy, note });
        return history(scope);
      }),

    /** Stops everything the assistant sends, or lets it go on, whatever else is being edited. */
    stop: ({ workspaceId, memberId }: PolicyAuthor, stopped: boolean) =>
      database.inWorkspace(workspaceId, async (scope) => {
        await lockPolicies(scope);
        const { version, policy } = await policyOf(scope);
        const next: AssistantPolicy = { ...policy, stopped };
        const note = stopped ? 'Stopped everything' : 'Went on';
        await save(scope, memberId, { version, policy: next, note });
        return history(scope);
      }),
  };
}
