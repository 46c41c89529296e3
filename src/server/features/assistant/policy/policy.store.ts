import { sql } from 'kysely';
import { assistantPolicySchema, type AssistantPolicy } from '../../../../contracts/assistant.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { toJson } from '../../../platform/json.ts';
import { parseOnce } from '../../../platform/db/parse-once.ts';

const readPolicy = parseOnce(assistantPolicySchema);

/** A policy with the version decisions name. */
export interface PolicyInForce {
  /** 0 before anybody saved one. */
  readonly version: number;
  readonly policy: AssistantPolicy;
}

/** The policy in force; where none was saved, the one that does nothing. */
export async function policyOf(scope: Scope): Promise<PolicyInForce> {
  const row = await scope.db
    .selectFrom('assistant_policies')
    .select(['version', 'policy'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { version: row?.version ?? 0, policy: readPolicy(row?.policy ?? {}) };
}

/** A version as it was saved; undefined where there is none. */
export async function findPolicy(
  scope: Scope,
  version: number,
): Promise<AssistantPolicy | undefined> {
  const row = await scope.db
    .selectFrom('assistant_policies')
    .select('policy')
    .where('workspace_id', '=', scope.workspaceId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && readPolicy(row.policy);
}

/** A version with who saved it; undefined where there is none. */
export async function findVersion(scope: Scope, version: number) {
  const row = await versions(scope)
    .select('p.policy')
    .where('p.version', '=', version)
    .executeTakeFirst();
  return row && { ...row, policy: readPolicy(row.policy) };
}

/** The versions with who saved them, newest first. */
export async function listVersions(scope: Scope) {
  return versions(scope).orderBy('p.version', 'desc').limit(100).execute();
}

const versions = (scope: Scope) =>
  scope.db
    .selectFrom('assistant_policies as p')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.id', '=', 'p.member_id'),
    )
    .select(['p.version', 'p.note', 'p.saved_at', 'm.name as by'])
    .where('p.workspace_id', '=', scope.workspaceId);

/** One saves at a time, so that versions count up without a gap. */
export async function lockPolicies(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assistant:${scope.workspaceId}`}, 0))`.execute(
    scope.db,
  );
}

export async function insertPolicy(
  scope: Scope,
  saved: {
    version: number;
    policy: AssistantPolicy;
    note: string;
    memberId: string | null;
    at: Date;
  },
): Promise<void> {
  await scope.db
    .insertInto('assistant_policies')
    .values({
      workspace_id: scope.workspaceId,
      version: saved.version,
      policy: toJson(saved.policy),
      note: saved.note,
      member_id: saved.memberId,
      saved_at: saved.at,
    })
    .execute();
}

/** The rules of the policy in force that work in the hours of schedules, by the schedules' ids. */
export async function listAssistantHours(scope: Scope): Promise<Map<string, string[]>> {
  const { policy } = await policyOf(scope);
  const rules = [
    ...policy.categories.map(({ category, scheduleId }) => ({ category, scheduleId })),
    { category: 'everything else', scheduleId: policy.otherwise.scheduleId },
  ];
  const users = new Map<string, string[]>();
  for (const { category, scheduleId } of rules)
    if (scheduleId !== null)
      users.set(scheduleId, [...(users.get(scheduleId) ?? []), `the assistant for ${category}`]);
  return users;
}
