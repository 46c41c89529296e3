import { describe, expect, it } from 'vitest';
import { alertSettingsSchema } from '../../../contracts/alerts.ts';
import { hoursSchema } from '../../../contracts/schedules.ts';
import { createCalendar } from '../schedules/business-time.rules.ts';
import { createMoment } from './moment.rules.ts';

const day = [{ from: '09:00', to: '17:00' }];
const hours = hoursSchema.parse({
  timeZone: 'Europe/Berlin',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
});
const settings = alertSettingsSchema.parse({});
const monday = new Date('2026-03-30T07:05:00Z');
const friday = new Date('2026-03-27T15:50:00Z');

describe('what counts of the time of an alert', () => {
  const moment = createMoment(createCalendar(hours), monday);

  it('leaves out the weekend where only the hours are watched', () => {
    expect(moment.withinHours).toBe(true);
    expect(moment.minutesSince(friday, settings)).toBe(15);
    expect(moment.instantBefore(15, settings)).toEqual(friday);
  });

  it('counts every minute where all are watched', () => {
    const all = { ...settings, onlyInHours: false };
    expect(moment.minutesSince(friday, all)).toBe(2 * 1_440 + 15 * 60 + 15);
    expect(moment.instantBefore(15, all)).toEqual(new Date('2026-03-30T06:50:00Z'));
  });

  it('has no instant so long ago that the hours of five years do not suffice', () => {
    expect(moment.instantBefore(700_000, settings)).toBeNull();
    expect(createMoment(null, monday).withinHours).toBe(false);
  });
});
