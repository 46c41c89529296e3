/** The open hours of one year as intervals of instants, with sums, so that measuring is two searches. */
import {
  minutesOf,
  weekdaySchema,
  type Holiday,
  type Hours,
  type Span,
} from '../../../contracts/schedules.ts';
import { instantOf, offsetsBetween, type Offset } from './zone-offsets.rules.ts';

const dayMs = 86_400_000;

/** Open from `starts[i]` until just before `ends[i]`; in order, apart from each other. */
export interface OpenYear {
  readonly fromMs: number;
  /** Where the next year begins. */
  readonly toMs: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds before each interval, and after the last one the total. */
  readonly before: Float64Array;
}

/** Works out a year of a schedule; one to two milliseconds, nearly all of it asking for the zone. */
export function openYear(hours: Hours, year: number): OpenYear {
  const firstDay = Date.UTC(year, 0, 1);
  const nextYear = Date.UTC(year + 1, 0, 1);
  // Two days more on both sides: no zone is further from UTC.
  const offsets = offsetsBetween(hours.timeZone, firstDay - 2 * dayMs, nextYear + 2 * dayMs);
  const spansOn = createSpansOfDay(hours, year);
  const intervals: [number, number][] = [];
  for (let day = firstDay; day < nextYear; day += dayMs) {
    for (const span of spansOn(day)) addInterval(intervals, toInstants(day, span, offsets));
  }
  return {
    fromMs: instantOf(firstDay, offsets, 'first'),
    toMs: instantOf(nextYear, offsets, 'first'),
    ...columnsOf(intervals),
  };
}

/** Index of the last interval that starts at or before an instant; -1 before the first. */
export function lastStartAt({ starts }: OpenYear, atMs: number): number {
  let low = -1;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= atMs) low = middle;
    else high = middle;
  }
  return low;
}

/** Open milliseconds of the year before an instant. */
export function openBefore(year: OpenYear, atMs: number): number {
  const index = lastStartAt(year, atMs);
  if (index < 0) return 0;
  const start = year.starts[index] ?? 0;
  return (year.before[index] ?? 0) + Math.min(atMs, year.ends[index] ?? 0) - start;
}

/** Open milliseconds of the whole year. */
export function openTotal({ before }: OpenYear): number {
  return before[before.length - 1] ?? 0;
}

/** The earliest instant of the year before which so much of it was open; it must be within the total. */
export function instantAfter(year: OpenYear, openMs: number): number {
  let low = -1;
  let high = year.starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((year.before[middle + 1] ?? Infinity) >= openMs) high = middle;
    else low = middle;
  }
  return (year.starts[high] ?? 0) + openMs - (year.before[high] ?? 0);
}

/** The holiday or exception of a local date (`YYYY-MM-DD`), by name; null on an ordinary day. */
export function specialDay(hours: Hours, date: string): string | null {
  const exception = hours.exceptions.find((one) => one.date === date);
  if (exception) return exception.name || 'special hours';
  const day = Date.parse(date);
  const holiday = hours.holidays.find((one) =>
    rangesIn(one, new Date(day).getUTCFullYear()).some(([from, to]) => day >= from && day <= to),
  );
  return holiday?.name ?? null;
}

function createSpansOfDay(hours: Hours, year: number): (day: number) => readonly Span[] {
  const exceptions = new Map(hours.exceptions.map(({ date, spans }) => [Date.parse(date), spans]));
  const closed = new Set<number>();
  for (const holiday of hours.holidays) {
    for (const [from, to] of rangesIn(holiday, year)) {
      for (let day = from; day <= to; day += dayMs) closed.add(day);
    }
  }
  const sorted = (spans: readonly Span[]) =>
    spans.toSorted((one, other) => minutesOf(one.from) - minutesOf(other.from));
  const week = weekdaySchema.options.map((weekday) => sorted(hours.week[weekday]));
  return (day) => {
    const own = exceptions.get(day);
    if (own) return sorted(own);
    // 1970 began on a Thursday, the fourth day of the week.
    return closed.has(day) ? [] : (week[(day / dayMs + 3) % 7] ?? []);
  };
}

/** The days of a holiday that may lie in a year: those of the year before may reach into it. */
function rangesIn({ from, to, yearly }: Holiday, year: number): [number, number][] {
  if (!yearly) return [[Date.parse(from), Date.parse(to)]];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return [year - 1, year].flatMap((one): [number, number][] => {
    const start = dayIn(one, from);
    const end = dayIn(one + years, to);
    // 29 February alone is no day of most years.
    return start === null && from === to
      ? []
      : [[start ?? Date.UTC(one, 2, 1), end ?? Date.UTC(one + years, 1, 28)]];
  });
}

/** The same day of another year; null where that year lacks it. */
function dayIn(year: number, date: string): number | null {
  const dayOfMonth = Number(date.slice(8));
  const day = Date.UTC(year, Number(date.slice(5, 7)) - 1, dayOfMonth);
  return new Date(day).getUTCDate() === dayOfMonth ? day : null;
}

function toInstants(day: number, { from, to }: Span, offsets: readonly Offset[]): [number, number] {
  return [
    instantOf(day + minutesOf(from) * 60_000, offsets, 'first'),
    instantOf(day + minutesOf(to) * 60_000, offsets, 'last'),
  ];
}

/** Adds an interval after the others; one that touches or overlaps the last makes it longer. */
function addInterval(intervals: [number, number][], [start, end]: [number, number]): void {
  if (end <= start) return;
  const last = intervals.at(-1);
  if (last && start <= last[1]) last[1] = Math.max(last[1], end);
  else intervals.push([start, end]);
}

function columnsOf(intervals: readonly [number, number][]) {
  const before = new Float64Array(intervals.length + 1);
  for (const [index, [start, end]] of intervals.entries()) {
    before[index + 1] = (before[index] ?? 0) + end - start;
  }
  return {
    starts: Float64Array.from(intervals, ([start]) => start),
    ends: Float64Array.from(intervals, ([, end]) => end),
    before,
  };
}
