import { sql } from 'kysely';
import type { Hours } from '../../../contracts/schedules.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

export interface ScheduleRow {
  readonly id: string;
  readonly name: string;
  readonly hours: Hours;
  readonly version: number;
  readonly is_default: boolean;
}

const columns = ['id', 'name', 'hours', 'version', 'is_default'] as const;

/** Every schedule of the workspace, the default one first. */
export async function listSchedules(scope: Scope): Promise<ScheduleRow[]> {
  return scope.db
    .selectFrom('schedules')
    .select(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .execute();
}

/** The schedule of an id, or the default one for null. */
export async function findSchedule(
  scope: Scope,
  id: string | null,
): Promise<ScheduleRow | undefined> {
  const all = scope.db
    .selectFrom('schedules')
    .select(columns)
    .where('workspace_id', '=', scope.workspaceId);
  const one = id === null ? all.where('is_default', '=', true) : all.where('id', '=', id);
  return one.executeTakeFirst();
}

/** Locks a schedule until the transaction ends: its version is read and raised by one at a time. */
export async function lockSchedule(scope: Scope, id: string): Promise<ScheduleRow | undefined> {
  return scope.db
    .selectFrom('schedules')
    .select(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertSchedule(
  scope: Scope,
  schedule: { id: string; name: string; hours: Hours; isDefault: boolean },
): Promise<void> {
  await scope.db
    .insertInto('schedules')
    .values({
      workspace_id: scope.workspaceId,
      id: schedule.id,
      name: schedule.name,
      hours: toJson(schedule.hours),
      is_default: schedule.isDefault,
    })
    .execute();
}

/** Writes name and hours as the given version. */
export async function updateSchedule(
  scope: Scope,
  schedule: { id: string; name: string; hours: Hours; version: number },
): Promise<void> {
  await scope.db
    .updateTable('schedules')
    .set({
      name: schedule.name,
      hours: toJson(schedule.hours),
      version: schedule.version,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', schedule.id)
    .execute();
}

/** Makes one schedule the default; in two steps, as two defaults must never be seen at once. */
export async function makeDefault(scope: Scope, id: string): Promise<void> {
  await scope.db
    .updateTable('schedules')
    .set({ is_default: false })
    .where('workspace_id', '=', scope.workspaceId)
    .where('is_default', '=', true)
    .execute();
  await scope.db
    .updateTable('schedules')
    .set({ is_default: true })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Deletes a schedule that is not the default one; false when there is none. */
export async function deleteSchedule(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('schedules')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('is_default', '=', false)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Keeps what a schedule says now as one of its versions. */
export async function keepVersion(scope: Scope, id: string, at: Date): Promise<void> {
  await sql`insert into schedule_versions (workspace_id, schedule_id, version, name, hours, created_at)
    select workspace_id, id, version, name, hours, ${at} from schedules
    where workspace_id = ${scope.workspaceId} and id = ${id}
    on conflict do nothing`.execute(scope.db);
}

/** The hours of a version, as they were then. */
export async function findVersion(scope: Scope, id: string, version: number) {
  return scope.db
    .selectFrom('schedule_versions')
    .select(['name', 'hours'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('schedule_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
}
