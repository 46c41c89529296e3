import type { Scope } from '../../platform/db/database.ts';
import {
  createCalendar,
  nextClosing,
  type BusinessHours,
  type Calendar,
} from '../schedules/index.ts';
import type { AgentLoad } from './capacity.store.ts';

type Shift = Pick<AgentLoad, 'id' | 'shiftPlan' | 'shiftScheduleId'>;

/** When the shift of each agent ends, in milliseconds; the instant itself while they are off, null when it is not known. */
export type ShiftEnds = (load: Shift) => number | null;

/** Calendars that are kept of people's own hours, by what they say. */
const mostCalendars = 2_000;

/** Knows the ends of shifts: hours of an agent's own come before those of their schedule. */
export function createShiftBook(businessHours: BusinessHours) {
  const own = new Map<string, Calendar>();

  function calendarOf(plan: NonNullable<Shift['shiftPlan']>): Calendar {
    const key = JSON.stringify(plan);
    const known = own.get(key);
    if (known) return known;
    if (own.size >= mostCalendars) own.clear();
    const made = createCalendar(plan);
    own.set(key, made);
    return made;
  }

  return async function endsOf(
    scope: Scope,
    loads: readonly Shift[],
    now: Date,
  ): Promise<ShiftEnds> {
    const ends = new Map<string, number | null>();
    for (const { shiftPlan, shiftScheduleId: id } of loads) {
      if (shiftPlan !== null || id === null || ends.has(id)) continue;
      const known = await businessHours.current(scope, id);
      ends.set(id, known ? nextClosing(known.calendar, now.getTime()) : null);
    }
    return ({ shiftPlan, shiftScheduleId }) => {
      if (shiftPlan !== null) return nextClosing(calendarOf(shiftPlan), now.getTime());
      return shiftScheduleId === null ? null : (ends.get(shiftScheduleId) ?? null);
    };
  };
}
