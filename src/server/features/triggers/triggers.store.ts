import { sql } from 'kysely';
import type { Trigger, TriggerRule } from '../../../contracts/triggers.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** A rule as it is stored, ready to be compiled. */
export interface StoredTrigger extends TriggerRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly enabledAt: Date | null;
  readonly timed: boolean;
  readonly position: number;
  readonly version: number;
  readonly changedAt: Date;
}

/** Rules in the order they run. */
export async function listTriggers(
  scope: Scope,
  only: { enabled?: true; id?: string } = {},
): Promise<StoredTrigger[]> {
  const rows = await scope.db
    .selectFrom('triggers')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .$if(only.enabled === true, (query) => query.where('enabled', '=', true))
    .$if(only.id !== undefined, (query) => query.where('id', '=', only.id ?? ''))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    kind: row.kind,
    conditions: row.conditions,
    actions: row.actions,
    enabled: row.enabled,
    enabledAt: row.enabled_at,
    timed: row.timed,
    position: row.position,
    version: row.version,
    changedAt: row.changed_at,
  }));
}

/** Differs whenever any rule of the workspace differs, also in order, and is null where none is on. */
export async function findTriggersStamp(scope: Scope): Promise<string | null> {
  const { rows } = await sql<{ stamp: string; on: boolean }>`
    select coalesce(sum(revision), 0)::text as stamp, coalesce(bool_or(enabled and deleted_at is null), false) as on
    from triggers where workspace_id = ${scope.workspaceId}`.execute(scope.db);
  return rows[0]?.on ? rows[0].stamp : null;
}

/** Locks the rules of the workspace against other writers until the transaction ends. */
export async function lockTriggers(scope: Scope): Promise<void> {
  const key = `triggers ${scope.workspaceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(scope.db);
}

export interface TriggerToStore {
  readonly id: string;
  readonly rule: TriggerRule;
  readonly timed: boolean;
  readonly enabled: boolean;
  readonly enabledAt: Date | null;
  readonly version: number;
  readonly at: Date;
}

/** Stores a new rule, after all others. */
export async function insertTrigger(scope: Scope, trigger: TriggerToStore): Promise<void> {
  await sql`insert into triggers (workspace_id, id, name, description, kind, conditions, actions, timed,
      enabled, enabled_at, position, version, created_at, changed_at)
    select ${scope.workspaceId}, ${trigger.id}, ${trigger.rule.name}, ${trigger.rule.description},
      ${trigger.rule.kind}, ${toJson(trigger.rule.conditions)}::jsonb, ${toJson(trigger.rule.actions)}::jsonb,
      ${trigger.timed}, ${trigger.enabled}, ${trigger.enabledAt}, coalesce(max(position), 0) + 1,
      ${trigger.version}, ${trigger.at}, ${trigger.at}
    from triggers where workspace_id = ${scope.workspaceId} and deleted_at is null`.execute(
    scope.db,
  );
}

export async function updateTrigger(scope: Scope, trigger: TriggerToStore): Promise<void> {
  const { rule } = trigger;
  await scope.db
    .updateTable('triggers')
    .set((eb) => ({
      name: rule.name,
      description: rule.description,
      kind: rule.kind,
      conditions: toJson(rule.conditions),
      actions: toJson(rule.actions),
      timed: trigger.timed,
      enabled: trigger.enabled,
      enabled_at: trigger.enabledAt,
      version: trigger.version,
      revision: eb('revision', '+', 1),
      changed_at: trigger.at,
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', trigger.id)
    .execute();
}

export async function markTriggerDeleted(scope: Scope, id: string, at: Date): Promise<void> {
  await scope.db
    .updateTable('triggers')
    .set((eb) => ({ deleted_at: at, enabled: false, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Gives rules the places of their ids in the list. */
export async function placeTriggers(scope: Scope, ids: readonly string[]): Promise<void> {
  await sql`update triggers t set position = o.place, revision = t.revision + 1
    from unnest(${ids}::uuid[]) with ordinality as o(id, place)
    where t.workspace_id = ${scope.workspaceId} and t.id = o.id and t.position <> o.place`.execute(
    scope.db,
  );
}

export interface VersionToStore {
  readonly triggerId: string;
  readonly version: number;
  readonly rule: TriggerRule;
  readonly enabled: boolean;
  readonly change: string;
  readonly memberId: string | null;
  readonly at: Date;
}

export async function insertVersion(scope: Scope, version: VersionToStore): Promise<void> {
  await scope.db
    .insertInto('trigger_versions')
    .values({
      workspace_id: scope.workspaceId,
      trigger_id: version.triggerId,
      version: version.version,
      rule: toJson(version.rule),
      enabled: version.enabled,
      change: version.change,
      member_id: version.memberId,
      at: version.at,
    })
    .execute();
}

/** The saved states of a rule, newest first, with the names of those who saved them. */
export async function listVersions(scope: Scope, triggerId: string) {
  return scope.db
    .selectFrom('trigger_versions as v')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'v.workspace_id').onRef('m.id', '=', 'v.member_id'),
    )
    .select(['v.version', 'v.at', 'v.rule', 'v.enabled', 'v.change', 'v.member_id', 'm.name'])
    .where('v.workspace_id', '=', scope.workspaceId)
    .where('v.trigger_id', '=', triggerId)
    .orderBy('v.version', 'desc')
    .limit(200)
    .execute();
}

/** How often each rule has run. */
export async function countRuns(scope: Scope, since: Date): Promise<Map<string, Trigger['runs']>> {
  const { rows } = await sql<{
    trigger_id: string;
    total: number;
    last_day: number;
    failed: number;
    last_at: Date;
  }>`
    select trigger_id, count(*) as total, count(*) filter (where at > ${since}) as last_day,
      count(*) filter (where failed <> '[]'::jsonb and at > ${since}) as failed, max(at) as last_at
    from trigger_runs where workspace_id = ${scope.workspaceId} group by trigger_id`.execute(
    scope.db,
  );
  return new Map(
    rows.map((row) => [
      row.trigger_id,
      {
        total: row.total,
        lastDay: row.last_day,
        failed: row.failed,
        lastAt: row.last_at.toISOString(),
      },
    ]),
  );
}
