/** The time alerts are read at: where only the hours are watched, only the hours count. */
import type { AlertSettings } from '../../../contracts/alerts.ts';
import {
  backBusinessMs,
  businessMs,
  isOpen,
  type Calendar,
} from '../schedules/business-time.rules.ts';

const minuteMs = 60_000;

/** A moment in the hours of the workspace; without hours it is never within them. */
export function createMoment(calendar: Calendar | null, now: Date) {
  const atMs = now.getTime();
  const hoursFor = ({ onlyInHours }: AlertSettings) => (onlyInHours ? calendar : null);
  return {
    withinHours: calendar !== null && isOpen(calendar, atMs),
    minutesSince(at: Date, settings: AlertSettings): number {
      const hours = hoursFor(settings);
      const passed = hours ? businessMs(hours, at.getTime(), atMs) : atMs - at.getTime();
      return Math.max(0, Math.floor(passed / minuteMs));
    },
    /** The instant so many minutes ago; null where the hours never made up so many. */
    instantBefore(minutes: number, settings: AlertSettings): Date | null {
      const hours = hoursFor(settings);
      const ms = minutes * minuteMs;
      const before = hours ? backBusinessMs(hours, atMs, ms) : atMs - ms;
      return before === null ? null : new Date(before);
    },
  };
}
