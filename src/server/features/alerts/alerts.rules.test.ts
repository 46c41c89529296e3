import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertSettingsSchema } from '../../../contracts/alerts.ts';
import {
  bandOf,
  decide,
  readingsOf,
  sentenceOf,
  settingsFor,
  type OpenAlert,
  type QueueState,
  type Reading,
} from './alerts.rules.ts';

const settings = alertSettingsSchema.parse({ backlog: 10, slaBreaches: 2, nobodyOnlineMinutes: 5 });
const queue: QueueState = {
  queueId: 'q',
  queueName: 'Billing',
  paused: false,
  waiting: 0,
  oldestMinutes: 0,
  breached: 0,
  stuck: 0,
  agentsOnline: 1,
};
const loud = (state: Partial<QueueState>, withinHours = true, more = settings) =>
  readingsOf({ ...queue, ...state }, more, withinHours)
    .filter(({ band }) => band !== null)
    .map(({ kind, band }) => [kind, band]);

describe('readings', () => {
  it.each([
    [9, null],
    [10, 1],
    [19, 1],
    [20, 2],
    [39, 2],
    [40, 3],
  ])('%i of 10 is band %s', (value, band) => expect(bandOf(value, 10)).toBe(band));

  it('tell nothing of a quiet queue', () => expect(loud({})).toEqual([]));

  it('tell of backlog and broken promises at any hour', () => {
    expect(loud({ waiting: 20, breached: 2, oldestMinutes: 60 }, false)).toEqual([
      ['backlog', 2],
      ['sla_breaches', 1],
    ]);
  });

  it('tell that nobody is online only while work waits, within hours, and not of a paused queue', () => {
    const alone = { waiting: 1, oldestMinutes: 6, agentsOnline: 0 };
    expect(loud(alone)).toEqual([['nobody_online', 1]]);
    expect(loud({ ...alone, waiting: 0 })).toEqual([]);
    expect(loud({ ...alone, agentsOnline: 1 })).toEqual([]);
    expect(loud(alone, false)).toEqual([]);
    expect(loud({ ...alone, paused: true })).toEqual([]);
    expect(loud(alone, false, { ...settings, onlyInHours: false })).toEqual([['nobody_online', 1]]);
  });

  it('tell of stuck work from the first piece on, unless nobody asked', () => {
    expect(loud({ stuck: 1 })).toEqual([['stuck', 1]]);
    expect(loud({ stuck: 20 })).toEqual([['stuck', 3]]);
    const off = { ...settings, stuckOffers: null, stuckMinutes: null };
    expect(loud({ stuck: 20 }, true, off)).toEqual([]);
  });

  it('of a queue with thresholds of its own go by those, and by the others for the rest', () => {
    const own = settingsFor(settings, { backlog: null, slaBreaches: 1 });
    expect(loud({ waiting: 500, breached: 1 }, true, own)).toEqual([['sla_breaches', 1]]);
    expect(settingsFor(settings, {})).toEqual(settings);
    expect(settingsFor(settings, { backlog: undefined })).toEqual(settings);
  });

  it('say what is wrong', () => {
    const [reading] = readingsOf({ ...queue, waiting: 12 }, settings, true);
    expect(sentenceOf(reading!)).toBe('12 wait in Billing; the threshold is 10.');
  });
});

const read = (value: number): Reading => ({
  cause: 'backlog:q',
  kind: 'backlog',
  queueId: 'q',
  queueName: 'Billing',
  value,
  threshold: 10,
  band: bandOf(value, 10),
});

/** Lives through figures, one a minute, and notes what is told. */
function live(values: readonly number[]): string[] {
  const told: string[] = [];
  let open: OpenAlert[] = [];
  for (const value of values) {
    const verdict = decide(open, [read(value)]);
    told.push(
      ...verdict.open.map(({ band }) => `opened ${band}`),
      ...verdict.raise.map(({ reading }) => `raised ${reading.band}`),
      ...verdict.resolve.map(() => 'over'),
    );
    const gone = new Set(verdict.resolve.map(({ id }) => id));
    const higher = new Map(verdict.raise.map(({ id, reading }) => [id, reading.band]));
    open = open
      .filter(({ id }) => !gone.has(id))
      .map((one) => ({ ...one, value, band: higher.get(one.id) ?? one.band }));
    open.push(...verdict.open.map(({ cause, band }) => ({ id: 'a', cause, band, value })));
  }
  return told;
}

describe('alerts', () => {
  it('are told once, again only when worse, and end by themselves', () => {
    expect(live([9, 10, 12, 19, 25, 22, 39, 45, 30, 7])).toEqual([
      'opened 1',
      'raised 2',
      'raised 3',
      'over',
    ]);
  });

  it('do not come and go about the threshold', () => {
    expect(live([10, 9, 10, 8, 11, 7, 10])).toEqual(['opened 1', 'over', 'opened 1']);
  });

  it('end when nobody watches any more', () => {
    const one: OpenAlert = { id: 'a', cause: 'backlog:gone', band: 2, value: 30 };
    expect(decide([one], []).resolve).toEqual([one]);
  });

  it('are never two for a cause, and are told at most three times before they end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 60 }), (values) => {
        const lives = live(values).join(' ').split('over');
        for (const life of lives) {
          expect(life.match(/opened/g)?.length ?? 0).toBeLessThanOrEqual(1);
          expect(life.match(/opened|raised/g)?.length ?? 0).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
