import { sql } from 'kysely';
import type { SlaRules } from '../../../contracts/sla.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

export interface PolicyRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly position: number;
  readonly version: number;
  readonly rules: SlaRules;
}

const columns = ['id', 'name', 'description', 'enabled', 'position', 'version', 'rules'] as const;

/** The policies of the workspace in their order. */
export async function listPolicies(scope: Scope): Promise<PolicyRow[]> {
  return scope.db
    .selectFrom('sla_policies')
    .select(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Locks a policy until the transaction ends: its version is read and raised by one at a time. */
export async function lockPolicy(scope: Scope, id: string): Promise<PolicyRow | undefined> {
  return scope.db
    .selectFrom('sla_policies')
    .select(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export type PolicyToWrite = Pick<PolicyRow, 'id' | 'name' | 'description' | 'enabled' | 'rules'>;

/** Adds a policy as the last one. */
export async function insertPolicy(scope: Scope, policy: PolicyToWrite): Promise<void> {
  await scope.db
    .insertInto('sla_policies')
    .values({
      workspace_id: scope.workspaceId,
      ...policy,
      rules: toJson(policy.rules),
      schedule_id: policy.rules.scheduleId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from sla_policies
        where workspace_id = ${scope.workspaceId})`,
    })
    .execute();
}

export async function updatePolicy(
  scope: Scope,
  { id, ...policy }: PolicyToWrite & { version: number },
): Promise<void> {
  await scope.db
    .updateTable('sla_policies')
    .set({ ...policy, rules: toJson(policy.rules), schedule_id: policy.rules.scheduleId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Takes a policy out of the list; its clocks keep it. False when there is none. */
export async function deletePolicy(scope: Scope, id: string, at: Date): Promise<boolean> {
  const result = await scope.db
    .updateTable('sla_policies')
    .set({ deleted_at: at, enabled: false, schedule_id: null })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Gives policies their places in the order of the ids; those not named follow in their old order. */
export async function orderPolicies(scope: Scope, ids: readonly string[]): Promise<void> {
  await sql`update sla_policies p set position = o.place
    from (
      select id, row_number() over (
        order by coalesce(array_position(${[...ids]}::uuid[], id), 100000), position) as place
      from sla_policies where workspace_id = ${scope.workspaceId}) o
    where p.workspace_id = ${scope.workspaceId} and p.id = o.id`.execute(scope.db);
}

/** Keeps what a policy says now as one of its versions. */
export async function keepPolicyVersion(scope: Scope, id: string, at: Date): Promise<void> {
  await sql`insert into sla_policy_versions (workspace_id, policy_id, version, name, rules, created_at)
    select workspace_id, id, version, name, rules, ${at} from sla_policies
    where workspace_id = ${scope.workspaceId} and id = ${id}
    on conflict do nothing`.execute(scope.db);
}

/** A version of a policy, as it was. */
export async function findPolicyVersion(scope: Scope, id: string, version: number) {
  return scope.db
    .selectFrom('sla_policy_versions')
    .select(['name', 'rules', 'created_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('policy_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** How many tickets that are not solved run by each policy. */
export async function countTicketsOfPolicies(scope: Scope): Promise<Map<string, number>> {
  const { rows } = await sql<{ policy_id: string; tickets: number }>`
    select s.policy_id, count(*)::int as tickets
    from sla_tickets s join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    where s.workspace_id = ${scope.workspaceId} and s.policy_id is not null
      and t.status not in ('solved', 'closed')
    group by s.policy_id`.execute(scope.db);
  return new Map(rows.map((row) => [row.policy_id, row.tickets]));
}

/** What counts by each schedule, by name: policies, and clocks of tickets that ran by it. */
export async function listUsersOfSchedules(scope: Scope): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ schedule_id: string; names: string[] }>`
    select schedule_id, array_agg(name order by name) as names from (
      select schedule_id, name from sla_policies
      where workspace_id = ${scope.workspaceId} and schedule_id is not null
      union
      select distinct a.schedule_id, 'clocks of tickets' from sla_assignments a
      join schedules s on s.workspace_id = a.workspace_id and s.id = a.schedule_id
      where a.workspace_id = ${scope.workspaceId}) u
    group by schedule_id`.execute(scope.db);
  return new Map(rows.map((row) => [row.schedule_id, row.names]));
}
