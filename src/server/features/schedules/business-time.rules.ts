/**
 * Business time: how long a team was open between two instants, and when it will have been open for so
 * long. Instants are milliseconds since 1970. Open means: the local clock shows a time within a span of
 * the day. An hour that comes twice counts twice, one that is skipped does not count.
 */
import type { Hours } from '../../../contracts/schedules.ts';
import {
  instantAfter,
  lastStartAt,
  openBefore,
  openTotal,
  openYear,
  type OpenYear,
} from './open-year.rules.ts';

/** Hours made ready for computing. Years are worked out when first asked for, and kept. */
export interface Calendar {
  readonly yearAt: (atMs: number) => OpenYear;
}

/** A schedule whose next opening is further away than this never opens. */
const farthestYears = 5;

/** Makes hours ready for computing; keep it for as long as the hours are the same. */
export function createCalendar(hours: Hours): Calendar {
  const years = new Map<number, OpenYear>();
  const yearOf = (year: number): OpenYear => {
    const known = years.get(year) ?? openYear(hours, year);
    years.set(year, known);
    return known;
  };
  return {
    yearAt(atMs) {
      const number = new Date(atMs).getUTCFullYear();
      const year = yearOf(number);
      if (atMs < year.fromMs) return yearOf(number - 1);
      return atMs < year.toMs ? year : yearOf(number + 1);
    },
  };
}

/** Whether it is open at an instant. The instant of closing is closed. */
export function isOpen(calendar: Calendar, atMs: number): boolean {
  const year = calendar.yearAt(atMs);
  return atMs < (year.ends[lastStartAt(year, atMs)] ?? -Infinity);
}

/** Open milliseconds from one instant to another; 0 when the second is not later. Measured at 0.2 µs. */
export function businessMs(calendar: Calendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  let year = calendar.yearAt(fromMs);
  let open = -openBefore(year, fromMs);
  while (toMs >= year.toMs) {
    open += openTotal(year);
    year = calendar.yearAt(year.toMs);
  }
  return open + openBefore(year, toMs);
}

/**
 * The earliest instant by which it will have been open for `ms` since an instant. `businessMs` up to it
 * gives `ms` again. Null when the hours do not suffice within five years.
 */
export function addBusinessMs(calendar: Calendar, fromMs: number, ms: number): number | null {
  if (ms <= 0) return fromMs;
  let year = calendar.yearAt(fromMs);
  let left = ms + openBefore(year, fromMs);
  for (let tries = 0; tries <= farthestYears; tries += 1) {
    const total = openTotal(year);
    if (left <= total) return instantAfter(year, left);
    left -= total;
    year = calendar.yearAt(year.toMs);
  }
  return null;
}

/** The latest instant since which it has been open for `ms`; null when the hours of five years do not suffice. */
export function backBusinessMs(calendar: Calendar, atMs: number, ms: number): number | null {
  const farthest = farthestYears * 366 * 86_400_000;
  // Twice as far each time: the hours of a few minutes ago are seldom further than a weekend.
  let back = Math.max(1, ms);
  while (businessMs(calendar, atMs - back, atMs) < ms) {
    if (back >= farthest) return null;
    back = Math.min(2 * back, farthest);
  }
  let early = atMs - back;
  let late = atMs;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (businessMs(calendar, middle, atMs) < ms) late = middle;
    else early = middle;
  }
  return early;
}

/** Open from one instant until another. */
export interface OpenSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The open spans between two instants in order, at most so many. */
export function openSpans(
  calendar: Calendar,
  { fromMs, toMs }: OpenSpan,
  most: number,
): OpenSpan[] {
  const spans: OpenSpan[] = [];
  let start = nextOpening(calendar, fromMs);
  while (start !== null && start < toMs && spans.length < most) {
    const end = Math.min(nextClosing(calendar, start) ?? toMs, toMs);
    spans.push({ fromMs: start, toMs: end });
    start = nextOpening(calendar, end);
  }
  return spans;
}

/** The instant itself while it is open, otherwise when it opens next; null when it does not within five years. */
export function nextOpening(calendar: Calendar, atMs: number): number | null {
  if (isOpen(calendar, atMs)) return atMs;
  let year = calendar.yearAt(atMs);
  for (let tries = 0; tries <= farthestYears; tries += 1) {
    const start = year.starts[lastStartAt(year, atMs) + 1];
    if (start !== undefined) return start;
    year = calendar.yearAt(year.toMs);
  }
  return null;
}

/** The instant itself while it is closed, otherwise when it closes; null when it is never closed. */
export function nextClosing(calendar: Calendar, atMs: number): number | null {
  let end = atMs;
  for (let tries = 0; tries <= farthestYears && isOpen(calendar, end); tries += 1) {
    const year = calendar.yearAt(end);
    end = year.ends[lastStartAt(year, end)] ?? end;
  }
  return isOpen(calendar, end) ? null : end;
}
