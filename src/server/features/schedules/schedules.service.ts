import type {
  ChangeSchedule,
  Hours,
  Opening,
  SaveSchedule,
  Schedule,
} from '../../../contracts/schedules.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { BusinessHours } from './business-hours.ts';
import { createCalendar } from './business-time.rules.ts';
import { openingOf } from './opening.rules.ts';
import {
  deleteSchedule,
  insertSchedule,
  keepVersion,
  listSchedules,
  lockSchedule,
  makeDefault,
  updateSchedule,
  type ScheduleRow,
} from './schedules.store.ts';

export interface ScheduleDeps extends Core {
  readonly businessHours: BusinessHours;
  /** Names of what uses schedules, by their ids; each feature that refers to schedules tells its own. */
  readonly usersOf: (scope: Scope) => Promise<ReadonlyMap<string, string[]>>;
}

export type ScheduleService = ReturnType<typeof createScheduleService>;

/** Schedules as people keep them. Every change of hours is a new version. */
export function createScheduleService(deps: ScheduleDeps) {
  const { database, clock, ids, businessHours, usersOf } = deps;

  async function list(scope: Scope): Promise<Schedule[]> {
    const users = await usersOf(scope);
    return (await listSchedules(scope)).map((row) => viewOf(row, users.get(row.id) ?? []));
  }

  function viewOf(row: ScheduleRow, usedBy: string[]): Schedule {
    const { id, name, version, hours } = row;
    const calendar = businessHours.calendarOf(id, version, hours);
    const opening = openingOf(hours, calendar, clock.now());
    return { id, name, version, isDefault: row.is_default, hours, opening, usedBy };
  }

  async function get(scope: Scope, id: string): Promise<Schedule> {
    const schedule = (await list(scope)).find((one) => one.id === id);
    if (!schedule) throw notFound('schedule');
    return schedule;
  }

  return {
    list: (workspaceId: string): Promise<Schedule[]> => database.inWorkspace(workspaceId, list),

    /** What hours would say now, without keeping them. */
    preview: (hours: Hours): Opening => openingOf(hours, createCalendar(hours), clock.now()),

    /** Adds a schedule. Throws `name_taken`. */
    create: (workspaceId: string, { name, hours }: SaveSchedule): Promise<Schedule> =>
      database.inWorkspace(workspaceId, (scope) =>
        tellingViolations({ what: 'schedule', name }, async () => {
          const id = ids.next();
          await insertSchedule(scope, { id, name, hours, isDefault: false });
          await keepVersion(scope, id, clock.now());
          scope.record({ type: 'schedules.changed', scheduleId: id });
          return get(scope, id);
        }),
      ),

    /** Changes a schedule. Throws `version_conflict` when somebody was faster, `name_taken`. */
    change: (workspaceId: string, id: string, change: ChangeSchedule): Promise<Schedule> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const before = await lockSchedule(scope, id);
        if (!before) throw notFound('schedule');
        assertFresh(before, change);
        const { name = before.name, hours = before.hours } = change;
        await tellingViolations({ what: 'schedule', name }, () =>
          updateSchedule(scope, { id, name, hours, version: before.version + 1 }),
        );
        if (change.isDefault) await makeDefault(scope, id);
        await keepVersion(scope, id, clock.now());
        scope.record({ type: 'schedules.changed', scheduleId: id });
        return get(scope, id);
      }),

    /** Throws `in_use` while something refers to it, and `not_found` for the default one: there is always one. */
    remove: (workspaceId: string, id: string): Promise<void> =>
      database.inWorkspace(workspaceId, async (scope) => {
        const users = (await usersOf(scope)).get(id) ?? [];
        if (users.length > 0) {
          throw new AppError('in_use', `${users.join(', ')} count by it. Change them first.`);
        }
        if (!(await deleteSchedule(scope, id))) throw notFound('schedule to delete');
        scope.record({ type: 'schedules.changed', scheduleId: id });
      }),
  };
}

function assertFresh(before: ScheduleRow, change: ChangeSchedule): void {
  if (change.version === before.version) return;
  throw new AppError('version_conflict', 'Read it again and repeat your change.');
}
