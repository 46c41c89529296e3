import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInspector } from '../support/routing-invariants.ts';
import { startRoutingWorld, type RoutingWorld, type Step } from '../support/routing-world.ts';

/**
 * Work comes, is planned by several programs at once, taken, handed over, answered, ended and opened again in
 * any order, also by rules, while people come and go and are on the phone: nobody carries more than they may unless somebody decided that, nothing
 * is lost or owned twice, nobody absent is served, nobody is asked twice in a row, and all of it has reasons.
 */

let world: RoutingWorld;

beforeAll(async () => {
  world = await startRoutingWorld();
});

afterAll(() => world?.stop());

const agent = fc.nat({ max: 3 });
const by = agent;
const ticket = fc.nat({ max: 9 });
const only = <Act extends Step['act']>(...acts: Act[]) => fc.constantFrom(...acts);

/** Steps in the order of how simple they are: what fails shrinks towards the first. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: only('plan', 'plansAtOnce') }) },
  { weight: 5, arbitrary: fc.record({ act: only('mail', 'chat') }) },
  { weight: 4, arbitrary: fc.record({ act: only('accept', 'decline'), agent }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: only('take', 'transfer', 'override'), agent, ticket, by }),
  },
  { weight: 2, arbitrary: fc.record({ act: only('takeWhilePlanning'), agent, ticket }) },
  { weight: 2, arbitrary: fc.record({ act: only('call', 'hangUp'), agent }) },
  { weight: 2, arbitrary: fc.record({ act: only('rule'), ticket, by }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: only('change'),
      ticket,
      by,
      status: fc.constantFrom('open', 'solved', 'pending'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: only('endChat', 'giveBack', 'begin', 'pin'), ticket, by }),
  },
  { weight: 2, arbitrary: fc.record({ act: only('wait'), seconds: fc.constantFrom(31, 70, 700) }) },
  { weight: 2, arbitrary: fc.record({ act: only('everybodyHere') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: only('status'),
      agent,
      status: fc.constantFrom('online', 'away', 'offline'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: only('leave', 'remove'), agent }) },
  { weight: 1, arbitrary: fc.record({ act: only('offerMail'), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: only('capacity'), budget: fc.constantFrom(12, 6, 3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: only('bulk'),
      agent,
      tickets: fc.array(ticket, { minLength: 1, maxLength: 4 }),
    }),
  },
);

test('whatever happens in whatever order, work stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (history) => {
      await world.clear();
      const inspector = await createInspector(world);
      for (const one of history) {
        const since = world.clock.now();
        await world.play(one);
        const faults = await inspector.faultsAfter(one, since);
        expect({ after: one, faults }).toEqual({ after: one, faults: [] });
      }
    }),
    { numRuns: 20 },
  );
}, 240_000);
