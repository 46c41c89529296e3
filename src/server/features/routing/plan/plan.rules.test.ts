import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSkills, statusTakes } from './lanes.rules.ts';
import { parameters } from './parameters.rules.ts';
import {
  agent,
  chat,
  held,
  item,
  kind,
  mail,
  minute,
  now,
  queue,
  snapshot,
} from './plan.fixtures.ts';
import { plan, planInSlices, type Plan } from './plan.rules.ts';
import { priceTime } from './price.rules.ts';
import type { PlanItem, PlanAgent, Snapshot, WorkClass } from './snapshot.rules.ts';

const skill = fc.constantFrom('fr', 'tax', 'vip');
const needs = fc.uniqueArray(fc.record({ skill, level: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 2,
  selector: (need) => need.skill,
});
const workClass = fc.constantFrom<WorkClass>('messaging', 'email', 'call');
const kinds = fc
  .record({ workClass, required: needs, optional: needs })
  .map(({ workClass: of, ...changes }) => kind(of, changes));
const refusals = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a0', 'a1', 'a2'), fc.integer({ min: -2, max: 2 })), {
    maxLength: 2,
    selector: ([id]) => id,
  })
  .map((pairs) => new Map(pairs.map(([id, until]) => [id, now + until * minute])));
const somebody = fc.record({
  status: fc.constantFrom('online', 'online', 'away', 'offline'),
  connected: fc.boolean(),
  groupIds: fc.constantFrom(new Set(['front']), new Set(['back']), new Set(['else'])),
  skills: fc
    .dictionary(skill, fc.integer({ min: 1, max: 3 }))
    .map((of) => new Map(Object.entries(of))),
  used: fc.record({
    messaging: fc.integer({ min: 0, max: 3 }),
    email: fc.integer({ min: 0, max: 2 }),
    call: fc.constant(0),
  }),
  chatsPerHour: fc.integer({ min: 0, max: 6 }),
  shiftEndsAt: fc.constantFrom(null, now + 20 * minute),
}) as fc.Arbitrary<Partial<PlanAgent>>;
const work = fc.record({
  kind: kinds,
  priorityRank: fc.integer({ min: 0, max: 3 }),
  tierWeight: fc.constantFrom(1, 1.5, 3),
  minutesLeft: fc.option(fc.integer({ min: -500, max: 500 })),
  relaxAt: fc.constantFrom(null, now - minute, now + minute / 2),
  refusals,
});
const shots = fc
  .record({
    people: fc.array(somebody, { maxLength: 6 }),
    works: fc.array(work, { maxLength: 14 }),
    lying: fc.array(work, { maxLength: 3 }),
    policy: fc.constantFrom('risk', 'priority', 'round_robin', 'least_loaded', 'longest_idle'),
    handOver: fc.constantFrom('one_at_a_time', 'fill'),
  })
  .map(({ people, works, lying, policy, handOver }): Snapshot => {
    const inboxes = lying.map((one, index) => held(item(`h${index}`, { ...one, kind: mail })));
    const agents = people.map((one, index) => {
      const inbox = index === 0 ? inboxes : [];
      const used = { messaging: 0, email: 0, call: 0, ...one.used };
      return agent(`a${index}`, {
        ...one,
        work: inbox,
        used: { ...used, email: Math.max(used.email, inbox.length) },
      });
    });
    const items = works.map((one, index) => item(`i${index}`, one));
    const queues = [queue({ handOver: handOver as 'fill' })];
    const prices = priceTime({ agents, queues, demand: [], items });
    return snapshot(agents, items, { policy: policy as 'risk', queues, prices });
  });

const given = ({ offers, assignments }: Plan) => [...offers, ...assignments];
const outcome = (made: Plan) => ({
  given: given(made).map((one) => `${one.item.id}>${one.agentId}`),
  returns: made.returns.map((one) => one.item.id),
});

/** Wished-for skills that count still: each for its share of the wait, the last one for the shortest. */
function wishedNow({ kind: { optional }, eligibleAt, relaxAt }: PlanItem) {
  if (relaxAt === null) return [];
  const until = (place: number) =>
    relaxAt - ((relaxAt - eligibleAt) * place) / Math.max(1, optional.length);
  return optional.filter((_skill, place) => now < until(place) && now < relaxAt);
}

describe('every plan', () => {
  it('keeps to capacity', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        const made = given(plan(shot));
        for (const { id, used, capacity } of shot.agents) {
          const mine = made.filter(({ agentId }) => agentId === id);
          const of = (wanted: WorkClass) =>
            used[wanted] + mine.filter((one) => one.item.kind.workClass === wanted).length;
          if (mine.length === 0) continue;
          expect(of('messaging') + of('call')).toBeLessThanOrEqual(capacity.budget);
          expect(of('email')).toBeLessThanOrEqual(capacity.ceiling.email);
          expect(of('call')).toBeLessThanOrEqual(capacity.ceiling.call);
          expect(of('call') > 0 && of('messaging') > 0).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives work only to people there, of the right group, with every needed skill', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        for (const { item: one, agentId } of given(plan(shot))) {
          const person = shot.agents.find(({ id }) => id === agentId);
          const needed = [...one.kind.required, ...wishedNow(one)];
          expect(person?.connected).toBe(true);
          expect(statusTakes(person?.status ?? 'offline', one.kind.workClass)).toBe(true);
          expect(person?.groupIds.has('else')).toBe(false);
          expect(hasSkills(needed, person?.skills ?? new Map())).toBe(true);
          expect(one.refusals.get(agentId) ?? 0).toBeLessThanOrEqual(now);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('decides on each piece once, or says that it waits', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        const made = plan(shot);
        const waiting = made.waiting.flatMap(({ items }) => items.map(({ id }) => id));
        const all = [...given(made).map((one) => one.item.id), ...waiting];
        expect(new Set(all).size).toBe(all.length);
        for (const { id } of shot.items) expect(all).toContain(id);
      }),
    );
  });

  it('is the same for the same snapshot, in whatever order it comes', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        const turned = {
          ...shot,
          agents: shot.agents.toReversed(),
          items: shot.items.toReversed(),
        };
        expect(outcome(plan(turned))).toEqual(outcome(plan(shot)));
      }),
      { numRuns: 300 },
    );
  });

  it('asks whoever let a piece go last only when there is no other', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        for (const { item: one, agentId, place } of plan(shot).offers) {
          const last = Math.max(0, ...one.refusals.values());
          if (one.refusals.get(agentId) !== last) continue;
          const why = plan(shot).explanations.ofDecision(place);
          const others = why?.candidates.filter(
            (other) => other.excluded === null && other.agentId !== agentId,
          );
          for (const other of others ?? []) {
            const secondary = !shot.agents
              .find(({ id }) => id === other.agentId)
              ?.groupIds.has('front');
            expect(one.refusals.get(other.agentId) === last || secondary).toBe(true);
          }
        }
      }),
    );
  });

  it('takes back only what the guardrails let go', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        for (const { item: one, agentId } of plan(shot).returns) {
          const person = shot.agents.find(({ id }) => id === agentId);
          const piece = person?.work.find((lying) => lying.item.id === one.id);
          expect(piece?.startedAt).toBeNull();
          expect(piece?.moves).toBeLessThan(parameters.mostMoves);
        }
      }),
    );
  });

  it('explains every decision', () => {
    fc.assert(
      fc.property(shots, (shot) => {
        const made = plan(shot);
        for (const { place, agentId } of given(made)) {
          const why = made.explanations.ofDecision(place);
          expect(why?.candidates[0]?.agentId).toBe(agentId);
          expect(why?.candidates[0]?.excluded).toBeNull();
        }
        for (const { items } of made.waiting) {
          for (const one of items) expect(made.explanations.ofWaiting(one)).not.toBeNull();
        }
      }),
    );
  });
});

describe('nothing starves', () => {
  it.each([mail, chat])('the least important comes first in the end', (of) => {
    const person = agent('a', { used: { messaging: 2, email: 0, call: 0 } });
    const others = Array.from({ length: 20 }, (_, index) =>
      item(`u${index}`, { kind: of, priorityRank: 0, tierWeight: 3, minutesLeft: 2 }),
    );
    const old = item('old', { kind: of, priorityRank: 3, minutesLeft: -100_000 });
    const [first] = given(plan(snapshot([person], [...others, old])));
    expect(first?.item.id).toBe('old');
  });
});

describe('a plan in slices', () => {
  const items = Array.from({ length: 5_000 }, (_, index) => item(`i${index}`, { kind: chat }));
  const agents = Array.from({ length: 20 }, (_, index) => agent(`a${index}`));

  it('is the same plan, with pauses', () => {
    const slices = planInSlices(snapshot(agents, items));
    let pauses = 0;
    let step = slices.next();
    for (; !step.done; step = slices.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(20);
    expect(outcome(step.value)).toEqual(outcome(plan(snapshot(agents, items))));
  });

  it('ends at a limit and says so', () => {
    const made = plan(snapshot(agents, items), { limit: 7 });
    expect(made.offers).toHaveLength(7);
    expect(made.complete).toBe(false);
    expect(plan(snapshot(agents, items)).complete).toBe(true);
  });
});
