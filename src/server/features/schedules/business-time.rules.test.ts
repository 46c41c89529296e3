import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursSchema, weekdaySchema, type Hours } from '../../../contracts/schedules.ts';
import {
  addBusinessMs,
  businessMs,
  createCalendar,
  isOpen,
  nextClosing,
  nextOpening,
} from './business-time.rules.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const weekdays = weekdaySchema.options;

function hours(
  timeZone: string,
  days: Record<string, [string, string][]>,
  more: object = {},
): Hours {
  const week = Object.fromEntries(
    weekdays.map((day) => [day, (days[day] ?? []).map(([from, to]) => ({ from, to }))]),
  );
  return hoursSchema.parse({ timeZone, week, ...more });
}

const everyDay = (from: string, to: string) =>
  Object.fromEntries(weekdays.map((day) => [day, [[from, to]] as [string, string][]]));
const office = (timeZone: string, more: object = {}) =>
  hours(
    timeZone,
    Object.fromEntries(
      weekdays.slice(0, 5).map((day): [string, [string, string][]] => [
        day,
        [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
      ]),
    ),
    more,
  );

describe('an ordinary week', () => {
  const calendar = createCalendar(office('Europe/Berlin'));

  it('is closed at noon, at night and at the weekend, and at the very instant of closing', () => {
    expect(isOpen(calendar, at('2026-06-01T07:00:00Z'))).toBe(true);
    expect(isOpen(calendar, at('2026-06-01T06:59:59.999Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-06-01T10:30:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-06-01T15:00:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-06-06T09:00:00Z'))).toBe(false);
  });

  it('counts over lunch, night and weekend', () => {
    expect(businessMs(calendar, at('2026-06-01T09:00:00Z'), at('2026-06-01T12:00:00Z'))).toBe(
      2 * hour,
    );
    expect(businessMs(calendar, at('2026-06-05T14:00:00Z'), at('2026-06-08T08:00:00Z'))).toBe(
      2 * hour,
    );
    expect(addBusinessMs(calendar, at('2026-06-05T14:30:00Z'), hour)).toBe(
      at('2026-06-08T07:30:00Z'),
    );
  });

  it('ends on the closing when that is when the time is up, not on the next opening', () => {
    expect(addBusinessMs(calendar, at('2026-06-05T14:00:00Z'), hour)).toBe(
      at('2026-06-05T15:00:00Z'),
    );
  });

  it('knows when it opens and closes next', () => {
    expect(nextOpening(calendar, at('2026-06-05T18:00:00Z'))).toBe(at('2026-06-08T07:00:00Z'));
    expect(nextOpening(calendar, at('2026-06-05T08:00:00Z'))).toBe(at('2026-06-05T08:00:00Z'));
    expect(nextClosing(calendar, at('2026-06-05T08:00:00Z'))).toBe(at('2026-06-05T10:00:00Z'));
  });

  it('goes on over the new year', () => {
    expect(businessMs(calendar, at('2026-12-31T15:00:00Z'), at('2027-01-01T09:00:00Z'))).toBe(
      2 * hour,
    );
    expect(nextOpening(calendar, at('2025-12-31T17:00:00Z'))).toBe(at('2026-01-01T08:00:00Z'));
  });
});

describe('nights', () => {
  const night = createCalendar(
    hours('Europe/Berlin', {
      mon: [['22:00', '24:00']],
      tue: [['00:00', '06:00']],
    }),
  );
  it('are two spans that join at midnight', () => {
    expect(nextClosing(night, at('2026-06-01T21:00:00Z'))).toBe(at('2026-06-02T04:00:00Z'));
    expect(businessMs(night, at('2026-06-01T00:00:00Z'), at('2026-06-08T00:00:00Z'))).toBe(
      8 * hour,
    );
  });
  it('never close when they join all round', () => {
    const always = createCalendar(hours('Asia/Kolkata', everyDay('00:00', '24:00')));
    expect(nextClosing(always, at('2026-06-01T00:00:00Z'))).toBeNull();
    expect(businessMs(always, at('2020-02-28T00:00:00Z'), at('2026-06-01T00:00:00Z'))).toBe(
      at('2026-06-01T00:00:00Z') - at('2020-02-28T00:00:00Z'),
    );
  });
});

describe('days on which the clock is changed', () => {
  it.each([
    // Zone, open hours, local day in UTC, open hours that day really had.
    ['Europe/Berlin', '00:00', '24:00', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    ['Europe/Berlin', '00:00', '24:00', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
    ['Europe/Berlin', '09:00', '17:00', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 8],
    // 02:30 does not exist: opens when the clock jumps, at 03:00.
    ['Europe/Berlin', '02:30', '05:00', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 2],
    // 02:00 to 03:00 comes twice.
    ['Europe/Berlin', '01:00', '03:00', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 3],
    ['America/New_York', '00:00', '24:00', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', 23],
    ['America/New_York', '01:00', '02:00', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z', 2],
    // Lord Howe moves by half an hour.
    ['Australia/Lord_Howe', '00:00', '24:00', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z', 24.5],
    ['Australia/Lord_Howe', '00:00', '24:00', '2026-10-03T13:30:00Z', '2026-10-04T13:00:00Z', 23.5],
    ['Asia/Kolkata', '00:00', '24:00', '2026-03-28T18:30:00Z', '2026-03-29T18:30:00Z', 24],
  ])('%s open %s to %s from %s to %s is %s h', (...day) => {
    const [zone, from, to, start, end, expected] = day;
    const calendar = createCalendar(hours(zone, everyDay(from, to)));
    expect(businessMs(calendar, at(start), at(end))).toBe(expected * hour);
  });

  it('opens at the same local time before and after', () => {
    const calendar = createCalendar(office('Europe/Berlin'));
    expect(nextOpening(calendar, at('2026-03-27T20:00:00Z'))).toBe(at('2026-03-30T07:00:00Z'));
    expect(nextOpening(calendar, at('2026-10-23T20:00:00Z'))).toBe(at('2026-10-26T08:00:00Z'));
  });

  it('knows that Samoa never had 30 December 2011', () => {
    const samoa = createCalendar(hours('Pacific/Apia', everyDay('09:00', '10:00')));
    expect(businessMs(samoa, at('2011-12-29T00:00:00Z'), at('2012-01-02T00:00:00Z'))).toBe(
      4 * hour,
    );
  });
});

describe('holidays and exceptions', () => {
  const calendar = createCalendar(
    office('Europe/Berlin', {
      holidays: [
        { name: 'Christmas', from: '2020-12-24', to: '2021-01-01', yearly: true },
        { name: 'Outing', from: '2026-06-02', to: '2026-06-02' },
        { name: 'Leap', from: '2024-02-29', to: '2024-02-29', yearly: true },
      ],
      exceptions: [
        { date: '2026-12-28', spans: [{ from: '10:00', to: '11:00' }] },
        { date: '2026-06-06', spans: [{ from: '10:00', to: '14:00' }] },
      ],
    }),
  );
  it('are closed on their dates only, every year where they are yearly', () => {
    expect(isOpen(calendar, at('2026-06-02T08:00:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2027-06-02T08:00:00Z'))).toBe(true);
    expect(isOpen(calendar, at('2025-12-24T09:00:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-01-01T09:00:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-01-02T09:00:00Z'))).toBe(true);
    expect(isOpen(calendar, at('2027-03-01T09:00:00Z'))).toBe(true);
    expect(isOpen(calendar, at('2028-02-29T09:00:00Z'))).toBe(false);
  });
  it('give way to an exception, also on days without hours', () => {
    expect(isOpen(calendar, at('2026-12-28T09:30:00Z'))).toBe(true);
    expect(isOpen(calendar, at('2026-12-28T12:30:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-06-06T09:00:00Z'))).toBe(true);
  });
  it('may close for good: then nothing is ever due', () => {
    const holidays = [0, 3, 6, 9].map((month) => ({
      name: 'Closed',
      from: new Date(Date.UTC(2021, month, 1)).toISOString().slice(0, 10),
      to: new Date(Date.UTC(2021, month + 3, 0)).toISOString().slice(0, 10),
      yearly: true,
    }));
    const shut = createCalendar(office('Europe/Berlin', { holidays }));
    expect(nextOpening(shut, at('2026-06-01T00:00:00Z'))).toBeNull();
    expect(addBusinessMs(shut, at('2026-06-01T00:00:00Z'), hour)).toBeNull();
  });
});

describe('always', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];
  const calendars = zones.map((zone) =>
    createCalendar(
      office(zone, {
        holidays: [{ name: 'New year', from: '2020-12-31', to: '2021-01-02', yearly: true }],
        exceptions: [{ date: '2026-03-29', spans: [{ from: '01:00', to: '04:00' }] }],
      }),
    ),
  );
  const calendar = fc.constantFrom(...calendars);
  const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2029-01-01T00:00:00Z') });

  it('measures what was added', () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        fc.integer({ min: 0, max: 400 * 7 * hour }),
        (one, from, ms) => {
          const due = addBusinessMs(one, from, ms);
          expect(due).not.toBeNull();
          expect(businessMs(one, from, due ?? 0)).toBe(ms);
          // And not a millisecond earlier.
          expect(businessMs(one, from, (due ?? 0) - 1)).toBe(Math.max(0, ms - 1));
        },
      ),
    );
  });
  it('grows with time and adds up', () => {
    fc.assert(
      fc.property(calendar, fc.tuple(instant, instant, instant), (one, instants) => {
        const [a = 0, b = 0, c = 0] = instants.toSorted((x, y) => x - y);
        expect(businessMs(one, a, b) + businessMs(one, b, c)).toBe(businessMs(one, a, c));
        expect(businessMs(one, a, b)).toBeGreaterThanOrEqual(0);
        expect(businessMs(one, a, b)).toBeLessThanOrEqual(b - a);
      }),
    );
  });
  it('is open just when a millisecond counts', () => {
    fc.assert(
      fc.property(calendar, instant, (one, from) => {
        expect(businessMs(one, from, from + 1)).toBe(isOpen(one, from) ? 1 : 0);
        const opening = nextOpening(one, from) ?? 0;
        expect(isOpen(one, opening)).toBe(true);
        expect(businessMs(one, from, opening)).toBe(0);
      }),
    );
  });
});

describe('what cannot be saved', () => {
  const span = (from: string, to: string) => ({ from, to });
  const closed = Object.fromEntries(weekdays.map((day) => [day, []]));
  it.each([
    ['never open', { timeZone: 'UTC', week: closed }, 'week'],
    [
      'no zone',
      { timeZone: 'Mars/Base', week: { ...closed, mon: [span('09:00', '10:00')] } },
      'timeZone',
    ],
    [
      'backwards',
      { timeZone: 'UTC', week: { ...closed, mon: [span('22:00', '06:00')] } },
      'week.mon.0.to',
    ],
    [
      'overlap',
      {
        timeZone: 'UTC',
        week: { ...closed, mon: [span('09:00', '12:00'), span('11:00', '13:00')] },
      },
      'week.mon.1.from',
    ],
    [
      'a holiday that ends before it starts',
      {
        timeZone: 'UTC',
        week: { ...closed, mon: [span('09:00', '12:00')] },
        holidays: [{ name: 'X', from: '2026-02-02', to: '2026-02-01' }],
      },
      'holidays.0.to',
    ],
    [
      'a date twice',
      {
        timeZone: 'UTC',
        week: { ...closed, mon: [span('09:00', '12:00')] },
        exceptions: [
          { date: '2026-02-02', spans: [span('09:00', '10:00')] },
          { date: '2026-02-02', spans: [span('09:00', '10:00')] },
        ],
      },
      'exceptions.1.date',
    ],
  ])('%s', (_name, value, path) => {
    const { error } = hoursSchema.safeParse(value);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
