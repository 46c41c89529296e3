/** Schedules: when a team works, in its own zone. */
import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './common.ts';

/** Days of the week as ISO 8601 counts them, Monday first. */
export const weekdaySchema = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof weekdaySchema>;

/** A time of day on the 24-hour clock; 24:00 is the end of the day. */
const timeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time of day like 09:00, at most 24:00');

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * Open hours within one day. A night is two spans that meet at midnight, so that a holiday always is a
 * whole day and nobody has to ask to which day a night belongs.
 */
export const spanSchema = z
  .object({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => minutesOf(from) < minutesOf(to), {
    path: ['to'],
    message: 'Must be after the start; for a night write two spans that meet at 24:00 and 00:00',
  });
export type Span = z.infer<typeof spanSchema>;

const spansSchema = z
  .array(spanSchema)
  .max(12)
  .check((context) => {
    const spans = context.value;
    for (const [index, span] of spans.entries()) {
      const before = spans.findIndex((other, place) => place < index && overlaps(other, span));
      if (before === -1) continue;
      const { from, to } = spans[before] ?? span;
      context.issues.push({
        code: 'custom',
        input: span,
        path: [index, 'from'],
        message: `Overlaps ${from} to ${to}`,
      });
    }
  });

function overlaps(one: Span, other: Span): boolean {
  return minutesOf(one.from) < minutesOf(other.to) && minutesOf(other.from) < minutesOf(one.to);
}

export const weekSchema = z.record(weekdaySchema, spansSchema);
export type Week = z.infer<typeof weekSchema>;

const longestHolidayDays = 92;
const dayMs = 86_400_000;

/** Closed from one date to another, both included; `yearly` repeats it every year. */
export const holidaySchema = z
  .object({
    name: nameSchema.max(80),
    from: z.iso.date(),
    to: z.iso.date(),
    yearly: z.boolean().default(false),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Must not be before the start' })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / dayMs < longestHolidayDays, {
    path: ['to'],
    message: `A holiday lasts at most ${longestHolidayDays} days`,
  });
export type Holiday = z.infer<typeof holidaySchema>;

/** A date with hours of its own; they count more than a holiday and the week. */
export const exceptionSchema = z.object({
  name: z.string().trim().max(80).default(''),
  date: z.iso.date(),
  spans: spansSchema.min(1, 'Give its hours, or make it a holiday'),
});
export type ScheduleException = z.infer<typeof exceptionSchema>;

/** A zone by its IANA name. */
export const timeZoneSchema = z.string().refine(isZone, 'Choose a time zone, like Europe/Berlin');

function isZone(name: string): boolean {
  try {
    // The engine knows its zones; asking it is the only check that agrees with its arithmetic.
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** The hours themselves: what business time is computed from. */
export const hoursSchema = z.object({
  timeZone: timeZoneSchema,
  week: weekSchema.refine(
    (week) => Object.values(week).some((spans) => spans.length > 0),
    'Open at least once a week: nothing would ever be due',
  ),
  holidays: z.array(holidaySchema).max(200).default([]),
  exceptions: z
    .array(exceptionSchema)
    .max(200)
    .default([])
    .check((context) => {
      const seen = new Set<string>();
      for (const [index, { date }] of context.value.entries()) {
        if (seen.has(date)) {
          const message = 'This date has hours of its own already';
          context.issues.push({ code: 'custom', input: date, path: [index, 'date'], message });
        }
        seen.add(date);
      }
    }),
});
export type Hours = z.infer<typeof hoursSchema>;

/** Whether it is open at an instant and when that changes; null when it never does within five years. */
export const openingSchema = z.object({
  open: z.boolean(),
  at: instantSchema,
  nextOpening: instantSchema.nullable(),
  nextClosing: instantSchema.nullable(),
  /** The holiday or exception that rules the day, by name; null on an ordinary day. */
  today: z.string().nullable(),
});
export type Opening = z.infer<typeof openingSchema>;

export const scheduleSchema = z.object({
  id: idSchema,
  name: z.string(),
  version: z.number().int(),
  isDefault: z.boolean(),
  hours: hoursSchema,
  opening: openingSchema,
  /** Names of what uses it: it cannot be deleted while anything does. */
  usedBy: z.array(z.string()),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const schedulesSchema = z.object({ schedules: z.array(scheduleSchema) });

/** `POST /api/schedules`. */
export const saveScheduleSchema = z.object({
  name: nameSchema.max(60),
  hours: hoursSchema,
});
export type SaveSchedule = z.infer<typeof saveScheduleSchema>;

/** `PATCH /api/schedules/:id`: what changes, and the version it was read at. */
export const changeScheduleSchema = z.object({
  version: z.number().int(),
  name: nameSchema.max(60).optional(),
  hours: hoursSchema.optional(),
  /** Makes it the one that rules and policies take when none is named. */
  isDefault: z.literal(true).optional(),
});
export type ChangeSchedule = z.infer<typeof changeScheduleSchema>;

/** `POST /api/schedules/preview`: what hours that are not saved yet would say now. */
export const previewScheduleSchema = z.object({ hours: hoursSchema });
