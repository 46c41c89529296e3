/** Periods as the address keeps them: whole days, as the reader's calendar has them. */

/** Lengths that are a click away, in days with today. */
export const PERIOD_DAYS = [1, 7, 30, 90] as const;

/** First and last day as `2026-03-01`; left out: the last seven days. */
export type DayRange = { from?: string | undefined; to?: string | undefined };

const DAY_MS = 86_400_000;

/** The days of a range: what is left out is filled in, and a first day after the last is moved to it. */
export function daysOf({ from, to }: DayRange, nowMs: number): { from: string; to: string } {
  const last = to ?? dayOf(nowMs);
  const first = from ?? dayBefore(last, 6);
  return { from: first > last ? last : first, to: last };
}

/** So many days up to today. */
export function lastDays(days: number, nowMs: number): { from: string; to: string } {
  const to = dayOf(nowMs);
  return { from: dayBefore(to, days - 1), to };
}

/** From the first moment of the first day to the first moment after the last, by the reader's time zone. */
export function instantsOf({ from, to }: { from: string; to: string }) {
  const end = startOf(to);
  end.setDate(end.getDate() + 1);
  return { from: startOf(from).toISOString(), to: end.toISOString() };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

function dayOf(atMs: number): string {
  const at = new Date(atMs);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}
