/** How people edit the hours of a week. */
import {
  minutesOf,
  weekdaySchema,
  type Span,
  type Week,
  type Weekday,
} from '../../../contracts/schedules.ts';

/** The days of the week, Monday first. */
export const weekdays = weekdaySchema.options;

/** A time as people type it as `HH:MM`: `9`, `930`, `9.30`, `9:30`; null for what is no time. */
export function readTime(text: string): string | null {
  const match = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return Number(hours) * 60 + Number(minutes) <= 24 * 60 && Number(minutes) < 60 ? time : null;
}

/** A further span of a day, after the others: an afternoon after a morning. */
export function withSpan(spans: readonly Span[]): Span[] {
  const last = spans.at(-1);
  if (!last) return [{ from: '09:00', to: '17:00' }];
  const from = Math.min(minutesOf(last.to) + 60, 23 * 60);
  const to = Math.min(from + 4 * 60, 24 * 60);
  return [...spans, { from: timeOf(from), to: timeOf(to) }];
}

/** The week with one span of a day changed; hours that end after midnight go on the next day. */
export function setSpan(
  week: Week,
  day: Weekday,
  { index, span }: { index: number; span: Span },
): Week {
  const isNight = minutesOf(span.to) <= minutesOf(span.from) && span.to !== '24:00';
  if (!isNight) return { ...week, [day]: week[day].toSpliced(index, 1, span) };
  const next = weekdays[(weekdays.indexOf(day) + 1) % 7] ?? 'mon';
  const evening = week[day].toSpliced(index, 1, { from: span.from, to: '24:00' });
  if (span.to === '00:00') return { ...week, [day]: evening };
  const morning = [
    { from: '00:00', to: span.to },
    ...week[next].filter(({ from }) => from !== '00:00'),
  ];
  return { ...week, [day]: evening, [next]: morning };
}

/** The hours of one day on all working days. */
export function copyToWorkingDays(week: Week, day: Weekday): Week {
  const spans = week[day];
  return { ...week, mon: spans, tue: spans, wed: spans, thu: spans, fri: spans };
}

/** Hours of a week in a line: equal days that follow each other are said once. */
export function weekInWords(week: Week, nameOf: (day: Weekday) => string, closed: string): string {
  const runs: { first: Weekday; last: Weekday; text: string }[] = [];
  for (const day of weekdays) {
    const text = week[day].map(({ from, to }) => `${from}–${to}`).join(', ') || closed;
    const run = runs.at(-1);
    if (run?.text === text) run.last = day;
    else runs.push({ first: day, last: day, text });
  }
  return runs
    .filter(({ text }) => text !== closed)
    .map(({ first, last, text }) =>
      first === last ? `${nameOf(first)} ${text}` : `${nameOf(first)}–${nameOf(last)} ${text}`,
    )
    .join(' · ');
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
