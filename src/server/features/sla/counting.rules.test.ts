import { describe, expect, it } from 'vitest';
import { hoursSchema } from '../../../contracts/schedules.ts';
import { createCalendar } from '../schedules/business-time.rules.ts';
import type { ClockEvent, ClockEventType } from './clock.types.ts';
import { countingOf } from './counting.rules.ts';

const hour = 3_600_000;
const day = [{ from: '09:00', to: '17:00' }];
const night = [
  { from: '00:00', to: '06:00' },
  { from: '22:00', to: '24:00' },
];
const calendarOf = (weekdays: object, weekend: object) =>
  createCalendar(
    hoursSchema.parse({
      timeZone: 'Europe/Berlin',
      week: {
        mon: weekdays,
        tue: weekdays,
        wed: weekdays,
        thu: weekdays,
        fri: weekdays,
        sat: weekend,
        sun: weekend,
      },
    }),
  );
const office = calendarOf(day, []);
const nights = calendarOf(night, night);

function step(type: ClockEventType, at: string, due: string | null): ClockEvent {
  const dueAtMs = due === null ? null : Date.parse(due);
  return { metric: 'first_reply', instance: 1, type, atMs: Date.parse(at), dueAtMs, data: {} };
}

describe('the hours that lead to when a clock is due', () => {
  it('adds up over a weekend in which the clocks go forward', () => {
    const started = step('started', '2026-03-27T15:30:00Z', '2026-03-30T10:30:00Z');
    expect(countingOf([started], { targetMs: 4 * hour, calendar: office })).toEqual({
      beforeMs: 0,
      spans: [
        { from: '2026-03-27T15:30:00.000Z', to: '2026-03-27T16:00:00.000Z' },
        { from: '2026-03-30T07:00:00.000Z', to: '2026-03-30T10:30:00.000Z' },
      ],
      laterMs: 0,
    });
  });

  it('counts the night that lasts an hour longer as long as it lasts', () => {
    const started = step('started', '2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z');
    const counting = countingOf([started], { targetMs: 9 * hour, calendar: nights });
    expect(counting?.spans).toEqual([
      { from: '2026-10-24T20:00:00.000Z', to: '2026-10-25T05:00:00.000Z' },
    ]);
  });

  it('says what had counted before the last step, and leaves out what is not a step of its time', () => {
    const steps = [
      step('started', '2026-03-27T15:30:00Z', '2026-03-30T10:30:00Z'),
      step('target', '2026-03-30T07:30:00Z', '2026-03-30T08:30:00Z'),
      step('at_risk', '2026-03-30T08:00:00Z', '2026-03-30T08:30:00Z'),
    ];
    expect(countingOf(steps, { targetMs: 2 * hour, calendar: office })).toEqual({
      beforeMs: hour,
      spans: [{ from: '2026-03-30T07:30:00.000Z', to: '2026-03-30T08:30:00.000Z' }],
      laterMs: 0,
    });
  });

  it('names ten spans and the sum of the later ones', () => {
    const started = step('started', '2026-06-01T07:00:00Z', '2026-06-17T15:00:00Z');
    const counting = countingOf([started], { targetMs: 13 * 8 * hour, calendar: office });
    expect(counting?.spans).toHaveLength(10);
    expect(counting?.laterMs).toBe(3 * 8 * hour);
  });

  it('has nothing to add up while it stands still or counts day and night', () => {
    const started = step('started', '2026-03-27T15:30:00Z', '2026-03-30T10:30:00Z');
    const paused = step('paused', '2026-03-27T15:40:00Z', null);
    expect(countingOf([started, paused], { targetMs: hour, calendar: office })).toBeNull();
    expect(countingOf([started], { targetMs: hour, calendar: null })).toBeNull();
  });
});
