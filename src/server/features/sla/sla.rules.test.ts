import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursSchema, type Hours } from '../../../contracts/schedules.ts';
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import { slaRulesSchema } from '../../../contracts/sla.ts';
import { createCalendar } from '../schedules/business-time.rules.ts';
import { stateOf } from './clock.rules.ts';
import type { Clock, Fact, RulesInForce, Standing } from './clock.types.ts';
import { replay } from './sla.rules.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => Date.parse(text);
/** A Monday, 10:00 in Berlin. */
const monday = at('2026-06-01T08:00:00Z');

const office = (more: object = {}): Hours => {
  const day = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
  return hoursSchema.parse({ timeZone: 'Europe/Berlin', week, ...more });
};

function rules(more: object = {}, hours: Hours | null = null, version = 1): RulesInForce {
  return {
    policyId: 'p',
    policyVersion: version,
    policyName: 'Gold',
    rules: slaRulesSchema.parse({
      targets: {
        first_reply: { normal: 60, urgent: 15 },
        next_reply: { normal: 120 },
        periodic_update: { normal: 480 },
        requester_wait: { normal: 480 },
        agent_work: { normal: 480 },
        resolution: { normal: 960, urgent: 240 },
      },
      ...more,
    }),
    calendar: hours && createCalendar(hours),
    scheduleId: hours && 's',
    calendarVersion: hours && version,
    calendarName: hours && 'Office',
  };
}

const opened = (atMs = monday, byAgent = false): Fact => ({
  kind: 'opened',
  atMs,
  byAgent,
  priority: 'normal',
});
const under = (inForce: RulesInForce | null, atMs = monday): Fact => ({
  kind: 'rules',
  atMs,
  rules: inForce,
});
const said = (
  author: 'customer' | 'agent' | 'assistant',
  atMs: number,
  channel: 'messaging' | 'email' | 'note' = 'email',
): Fact => ({ kind: 'said', atMs, author, channel });
const status = (to: Standing['status'], atMs: number): Fact => ({ kind: 'status', to, atMs });
const time = (atMs: number): Fact => ({ kind: 'time', atMs });

function play(facts: Fact[], inForce = rules()) {
  const { standing, events } = replay([opened(), under(inForce), ...facts]);
  const clock = (metric: SlaMetric, instance = 1): Clock => {
    const found = standing.clocks.find(
      (one) => one.metric === metric && one.instance === instance && one.wanted,
    );
    if (!found) throw new Error(`There is no clock ${metric} ${instance}.`);
    return found;
  };
  const types = (metric: SlaMetric) =>
    events.filter((event) => event.metric === metric).map((event) => event.type);
  return {
    standing,
    events,
    clock,
    types,
    state: (metric: SlaMetric, instance = 1) => stateOf(clock(metric, instance)),
  };
}

describe('first reply', () => {
  it('starts when the customer opens the ticket and is met by a public word of an agent', () => {
    const { clock, state, types } = play([said('agent', monday + 30 * minute)]);
    expect(state('first_reply')).toBe('met');
    expect(clock('first_reply')).toMatchObject({ dueAtMs: monday + hour, countedMs: 30 * minute });
    expect(types('first_reply')).toEqual(['started', 'met']);
  });
  it('is kept by an answer at the very instant it is due, and broken a millisecond later', () => {
    expect(play([said('agent', monday + hour)]).state('first_reply')).toBe('met');
    expect(play([said('agent', monday + hour + 1)]).state('first_reply')).toBe('breached');
  });
  it('does not hear notes', () => {
    expect(play([said('agent', monday + minute, 'note')]).state('first_reply')).toBe('active');
  });
  it('is not measured in tickets that agents open; the customer’s answer starts the next reply', () => {
    const { standing } = replay([
      opened(monday, true),
      under(rules()),
      said('agent', monday + 1),
      said('customer', monday + hour),
    ]);
    const names = standing.clocks.filter((one) => one.wanted).map((one) => one.metric);
    expect(names).not.toContain('first_reply');
    expect(names).toContain('next_reply');
  });
  it('is at risk at three quarters, once, and broken once', () => {
    const facts = [40, 45, 46, 61, 62, 90].map((minutes) => time(monday + minutes * minute));
    const { events } = play(facts);
    const passed = events.filter((event) => event.metric === 'first_reply').slice(1);
    expect(passed.map(({ type, atMs }) => [type, atMs])).toEqual([
      ['at_risk', monday + 45 * minute],
      ['breached', monday + hour],
    ]);
  });
  it('may be at risk by a lead time instead', () => {
    const { clock } = play([], rules({ atRisk: { kind: 'lead', minutes: 10 } }));
    expect(clock('first_reply').riskAtMs).toBe(monday + 50 * minute);
  });
  it('ends without a verdict when the ticket is solved without an answer', () => {
    expect(play([status('solved', monday + minute)]).state('first_reply')).toBe('cancelled');
    expect(play([status('solved', monday + 2 * hour)]).state('first_reply')).toBe('breached');
  });
});

describe('answers of the assistant', () => {
  const answer = [said('assistant', monday + minute), said('agent', monday + 20 * minute)];
  it.each([
    ['count', 'email', monday + minute],
    ['count_in_chat', 'email', monday + 20 * minute],
    ['count_in_chat', 'messaging', monday + minute],
    ['do_not_count', 'messaging', monday + 20 * minute],
  ] as const)(
    '%s by %s: ends at %s, and both figures are kept',
    (assistantReplies, channel, endedAtMs) => {
      const facts = answer.map((fact) => ({ ...fact, channel }) as Fact);
      const { clock } = play(facts, rules({ assistantReplies }));
      expect(clock('first_reply')).toMatchObject({
        endedAtMs,
        assistantAtMs: monday + minute,
        agentAtMs: monday + 20 * minute,
      });
    },
  );
});

describe('next reply', () => {
  it('counts from the oldest unanswered word', () => {
    const facts = [
      said('agent', monday + minute),
      said('customer', monday + hour),
      said('customer', monday + 2 * hour),
    ];
    const { clock, state } = play([...facts, said('agent', monday + 3 * hour)]);
    expect(clock('next_reply')).toMatchObject({
      startedAtMs: monday + hour,
      dueAtMs: monday + 3 * hour,
    });
    expect(state('next_reply')).toBe('met');
  });
  it('is a new clock each time', () => {
    const facts = [1, 2, 3].flatMap((n) => [
      said('agent', monday + n * hour),
      said('customer', monday + n * hour + minute),
    ]);
    expect(play(facts).clock('next_reply', 3).startedAtMs).toBe(monday + 3 * hour + minute);
  });
  it('starts with the word that comes after the solution, once the ticket is open again', () => {
    const facts = [
      said('agent', monday + minute),
      status('solved', monday + 2 * minute),
      said('customer', monday + hour),
    ];
    expect(() => play(facts).clock('next_reply')).toThrow('no clock');
    const { clock } = play([...facts, status('open', monday + 2 * hour)]);
    expect(clock('next_reply').startedAtMs).toBe(monday + hour);
  });
});

describe('pauses', () => {
  const wait = [
    status('pending', monday + hour),
    status('on_hold', monday + 2 * hour),
    status('open', monday + 4 * hour),
  ];
  it('that follow each other are one pause', () => {
    const { clock, types } = play(wait);
    expect(clock('agent_work')).toMatchObject({ pausedMs: 3 * hour, dueAtMs: monday + 11 * hour });
    expect(types('agent_work').filter((type) => type === 'paused')).toHaveLength(1);
  });
  it('are of each metric', () => {
    const { clock } = play(wait);
    expect(clock('requester_wait')).toMatchObject({ pausedMs: hour, dueAtMs: monday + 9 * hour });
    expect(clock('resolution')).toMatchObject({ pausedMs: 0, dueAtMs: monday + 16 * hour });
  });
  it('keep a clock from being broken', () => {
    const { state, clock } = play([status('pending', monday + hour), time(monday + 999 * hour)]);
    expect(state('requester_wait')).toBe('paused');
    expect(clock('requester_wait').dueAtMs).toBeNull();
  });
  it('can be chosen', () => {
    const none = rules({ pauses: { requester_wait: [] } });
    expect(play([status('pending', monday + hour)], none).state('requester_wait')).toBe('active');
  });
});

describe('changes under way', () => {
  it('of priority move the target and keep what has counted', () => {
    const { clock, state } = play([{ kind: 'priority', to: 'urgent', atMs: monday + 5 * hour }]);
    // Four hours were allowed for urgent, five have passed: late from the change on, not before it.
    expect(state('resolution')).toBe('active');
    expect(clock('resolution').dueAtMs).toBe(monday + 5 * hour);
    const late = play([
      { kind: 'priority', to: 'urgent', atMs: monday + 5 * hour },
      time(monday + 6 * hour),
    ]);
    expect(late.clock('resolution').breachedAtMs).toBe(monday + 5 * hour);
  });
  it('to a priority without a target take the clock away, and back bring it back', () => {
    const low: Fact = { kind: 'priority', to: 'low', atMs: monday + 10 * minute };
    const back: Fact = { kind: 'priority', to: 'normal', atMs: monday + 20 * minute };
    expect(play([low]).state('first_reply')).toBe('cancelled');
    expect(play([low, time(monday + 9 * hour)]).state('first_reply')).toBe('cancelled');
    expect(play([low, back]).clock('first_reply').dueAtMs).toBe(monday + hour);
  });
  it('do not heal what was broken', () => {
    const low: Fact = { kind: 'priority', to: 'low', atMs: monday + 2 * hour };
    expect(play([low]).state('first_reply')).toBe('breached');
  });
  it('of the policy keep what has counted', () => {
    const tighter = rules({ targets: { first_reply: { normal: 40 } } }, null, 2);
    const { clock } = play([under(tighter, monday + 30 * minute)]);
    expect(clock('first_reply')).toMatchObject({ dueAtMs: monday + 40 * minute, policyVersion: 2 });
    expect(stateOf(clock('resolution'))).toBe('cancelled');
  });
  it('that bring the first policy late count from the start, by its own hours', () => {
    const { standing } = replay([opened(), under(rules({}, office()), monday + 5 * hour)]);
    // 10 to 12 and 13 to 15 have counted; the target of one hour has long passed.
    expect(standing.clocks.find((one) => one.metric === 'first_reply')).toMatchObject({
      countedMs: 4 * hour,
      dueAtMs: monday + 5 * hour,
      startedAtMs: monday,
    });
  });
  it('of the schedule count from then on: a holiday added later moves what is due', () => {
    const holidays = [{ name: 'Outing', from: '2026-06-02', to: '2026-06-02' }];
    const two = rules({}, office({ holidays }), 2);
    const { clock } = play([under(two, monday + hour)], rules({}, office()));
    // Eight hours: six on Monday, one of them before the change, two on Wednesday.
    expect(clock('requester_wait')).toMatchObject({
      dueAtMs: at('2026-06-03T09:00:00Z'),
      countedMs: hour,
      calendarVersion: 2,
    });
  });
});

describe('a ticket opened again', () => {
  const facts = [
    said('agent', monday + minute),
    status('solved', monday + 15 * hour),
    status('open', monday + 50 * hour),
  ];
  it('goes on with what was left', () => {
    const { clock, state, types } = play(facts);
    expect(state('resolution')).toBe('active');
    expect(clock('resolution')).toMatchObject({ dueAtMs: monday + 51 * hour, pausedMs: 35 * hour });
    expect(types('resolution')).toEqual(['started', 'at_risk', 'met', 'reopened']);
  });
  it('gets its whole target again where the policy says so', () => {
    const { clock, state } = play(facts, rules({ reopened: 'restart' }));
    expect(state('resolution', 1)).toBe('met');
    expect(clock('resolution', 2).dueAtMs).toBe(monday + 66 * hour);
  });
  it('stays broken when it was, and is not broken again', () => {
    const { events } = play([
      ...facts,
      time(monday + 99 * hour),
      status('solved', monday + 100 * hour),
      status('open', monday + 101 * hour),
      time(monday + 199 * hour),
    ]);
    const breaches = events.filter(
      ({ type, metric }) => type === 'breached' && metric === 'resolution',
    );
    expect(breaches).toHaveLength(1);
  });
});

it('counts both figures of the assistant in the hours of the policy, whoever ends the clock', () => {
  const [counts, not] = (['count', 'do_not_count'] as const).map((assistantReplies) =>
    replay([
      opened(),
      under(rules({ assistantReplies }, office())),
      said('assistant', monday + 5 * minute),
      said('agent', monday + 26 * hour),
    ]).standing.clocks.find(({ metric }) => metric === 'first_reply'),
  );
  expect(counts).toMatchObject({ countedMs: 5 * minute, assistantCountedMs: 5 * minute });
  expect(counts?.agentCountedMs).toBe(not?.countedMs);
  expect(not).toMatchObject({ assistantCountedMs: 5 * minute, agentCountedMs: not?.countedMs });
  expect(not?.countedMs).toBeLessThan(12 * hour);
});

describe('business hours', () => {
  it('stand still at noon, at night and over the weekend', () => {
    // Friday 16:30 in Berlin.
    const friday = at('2026-06-05T14:30:00Z');
    const { standing } = replay([opened(friday), under(rules({}, office()), friday)]);
    const due = standing.clocks.find((one) => one.metric === 'first_reply')?.dueAtMs;
    expect(due).toBe(at('2026-06-08T07:30:00Z'));
  });
  it('keep the local time when the clocks are changed', () => {
    // Friday 16:30 before summer time begins, and before it ends.
    for (const [from, to] of [
      ['2026-03-27T15:30:00Z', '2026-03-30T07:30:00Z'],
      ['2026-10-23T14:30:00Z', '2026-10-26T08:30:00Z'],
    ] as const) {
      const { standing } = replay([opened(at(from)), under(rules({}, office()), at(from))]);
      expect(standing.clocks.find((one) => one.metric === 'first_reply')?.dueAtMs).toBe(at(to));
    }
  });
});

describe('periodic update', () => {
  it('starts anew with each word of an agent and stands still while pending', () => {
    const { clock, state } = play([
      said('agent', monday),
      said('agent', monday + hour),
      status('pending', monday + 2 * hour),
      status('open', monday + 5 * hour),
    ]);
    expect(state('periodic_update', 1)).toBe('met');
    expect(clock('periodic_update', 2).dueAtMs).toBe(monday + 12 * hour);
  });
});

describe('whatever happens', () => {
  const author = fc.constantFrom('customer', 'agent', 'assistant');
  const to = fc.constantFrom('open', 'pending', 'on_hold', 'solved');
  const step = fc.integer({ min: 0, max: 40 * hour });
  const happening = fc.oneof(
    fc.tuple(step, author).map(
      ([ms, who]) =>
        (now: number) =>
          said(who, now + ms),
    ),
    fc.tuple(step, to).map(
      ([ms, next]) =>
        (now: number) =>
          status(next, now + ms),
    ),
    fc
      .tuple(step, fc.constantFrom('urgent', 'normal', 'low'))
      .map(([ms, next]) => (now: number): Fact => ({ kind: 'priority', to: next, atMs: now + ms })),
    step.map((ms) => (now: number) => under(rules({}, office(), 2), now + ms)),
  );
  const history = fc.array(happening, { maxLength: 12 }).map((makers) => {
    const facts: Fact[] = [opened(), under(rules({}, office()))];
    for (const make of makers) facts.push(make(facts.at(-1)?.atMs ?? monday));
    return facts;
  });

  it('looking more often changes nothing', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(400 * hour), { maxLength: 20 }), (facts, looks) => {
        const often = [...facts, ...looks.map((ms) => time(monday + ms))];
        const order = often.map((fact, index) => ({ fact, index }));
        const sorted = order.toSorted((a, b) => a.fact.atMs - b.fact.atMs || a.index - b.index);
        const end = time(monday + 1_000 * hour);
        const one = replay([...facts, end]);
        const many = replay([...sorted.map(({ fact }) => fact), end]);
        expect(many).toEqual(one);
      }),
    );
  });
  it('each clock is started once, broken at most once, at risk at most once', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { events, standing } = replay([...facts, time(monday + 1_000 * hour)]);
        for (const clock of standing.clocks) {
          const own = events.filter(
            (e) => e.metric === clock.metric && e.instance === clock.instance,
          );
          const count = (type: string) => own.filter((event) => event.type === type).length;
          expect(count('started')).toBe(clock.wanted ? 1 : 0);
          expect(count('breached')).toBeLessThanOrEqual(1);
          expect(count('at_risk')).toBeLessThanOrEqual(1);
          expect(clock.countedMs).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
