import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertSettingsSchema } from '../../../contracts/alerts.ts';
import { createMoment } from './moment.rules.ts';
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
  lines: [],
  breached: 0,
  stuck: 0,
};
const now = new Date('2026-06-05T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const momentOf = (withinHours: boolean) => ({ ...createMoment(null, now), withinHours });
const loud = (state: Partial<QueueState>, withinHours = true, more = settings) =>
  readingsOf({ ...queue, ...state }, more, momentOf(withinHours))
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
    expect(loud({ waiting: 20, breached: 2 }, false)).toEqual([
      ['backlog', 2],
      ['sla_breaches', 1],
    ]);
  });

  it('tell that nobody is online only while work waits, within hours, and not of a paused queue', () => {
    const line = { oldestAt: ago(6), agentsThere: 0, leftAt: null };
    const alone = { waiting: 1, lines: [line] };
    expect(loud(alone)).toEqual([['nobody_online', 1]]);
    expect(loud({ waiting: 0, lines: [] })).toEqual([]);
    expect(loud({ ...alone, lines: [{ ...line, agentsThere: 1 }] })).toEqual([]);
    expect(loud(alone, false)).toEqual([]);
    expect(loud({ ...alone, paused: true })).toEqual([]);
    expect(loud(alone, false, { ...settings, onlyInHours: false })).toEqual([['nobody_online', 1]]);
  });

  it('count nobody online from when the last one left, not from when the work came', () => {
    const alone = (leftAt: Date) => ({
      waiting: 1,
      lines: [{ oldestAt: ago(180), agentsThere: 0, leftAt }],
    });
    expect(loud(alone(ago(3)))).toEqual([]);
    expect(loud(alone(ago(6)))).toEqual([['nobody_online', 1]]);
    expect(loud(alone(ago(2_000)))).toEqual([['nobody_online', 3]]);
  });

  it('tell that chats find nobody although somebody is there for mail', () => {
    const mail = { oldestAt: ago(60), agentsThere: 1, leftAt: null };
    const chats = { oldestAt: ago(6), agentsThere: 0, leftAt: null };
    expect(loud({ waiting: 2, lines: [mail, chats] })).toEqual([['nobody_online', 1]]);
    expect(loud({ waiting: 1, lines: [mail] })).toEqual([]);
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
    const [reading] = readingsOf({ ...queue, waiting: 12 }, settings, momentOf(true));
    expect(sentenceOf(reading!)).toBe('12 wait in Billing; the threshold is 10.');
    const alone = { ...reading!, kind: 'nobody_online' as const };
    const spans = [12, 60, 299, 2_999, 2_880].map((value) => sentenceOf({ ...alone, value }));
    expect(spans.map((sentence) => sentence.split(' for ').at(-1))).toEqual([
      '12 min.',
      '1 h.',
      '4 h 59 min.',
      '2 d 1 h.',
      '2 d.',
    ]);
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
