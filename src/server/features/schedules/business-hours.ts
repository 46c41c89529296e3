import type { Scope } from '../../platform/db/database.ts';
import type { Hours } from '../../../contracts/schedules.ts';
import { createCalendar, isOpen, type Calendar } from './business-time.rules.ts';
import { findSchedule, findVersion } from './schedules.store.ts';

export type BusinessHours = ReturnType<typeof createBusinessHours>;

/** Beyond this many versions in use the oldest are worked out again when they are needed. */
const mostCalendars = 500;

/** Business time of the schedules people keep: what rules and policies ask. */
export function createBusinessHours() {
  const calendars = new Map<string, Calendar>();

  /** The calendar of a version; versions never change, so it is kept. */
  function calendarOf(id: string, version: number, hours: Hours): Calendar {
    const key = `${id}:${version}`;
    const known = calendars.get(key);
    if (known) return known;
    const [oldest] = calendars.keys();
    if (calendars.size >= mostCalendars && oldest !== undefined) calendars.delete(oldest);
    const made = createCalendar(hours);
    calendars.set(key, made);
    return made;
  }

  return {
    calendarOf,

    /**
     * Whether a schedule is open at an instant; null asks the default one. A schedule that is gone is
     * never open.
     */
    async withinHours(scope: Scope, scheduleId: string | null, at: Date): Promise<boolean> {
      const row = await findSchedule(scope, scheduleId);
      return row !== undefined && isOpen(calendarOf(row.id, row.version, row.hours), at.getTime());
    },

    /** The calendar of a schedule as it is now, with its version; null asks the default one. */
    async current(scope: Scope, scheduleId: string | null) {
      const row = await findSchedule(scope, scheduleId);
      if (!row) return null;
      const { id, name, version, hours } = row;
      return { id, name, version, calendar: calendarOf(id, version, hours) };
    },

    /** The calendar of a schedule as it was; null when there was no such version. */
    async asOf(scope: Scope, id: string, version: number) {
      const row = await findVersion(scope, id, version);
      return row
        ? { id, version, name: row.name, calendar: calendarOf(id, version, row.hours) }
        : null;
    },
  };
}
