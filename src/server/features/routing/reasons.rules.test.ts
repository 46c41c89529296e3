import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exclusionSchema } from '../../../contracts/routing.ts';
import { isSameReason, packReason, storedReasonSchema, unpackReason } from './reasons.rules.ts';

const number = fc.integer({ min: -500, max: 500 });
const nullable = fc.option(number, { nil: null });
const explanation = fc.record({
  sentence: fc.string(),
  score: fc.record({
    weight: number,
    priority: number,
    tier: number,
    chance: nullable,
    risk: number,
    age: number,
    scarcity: nullable,
    minutes: number,
    minutesLeft: nullable,
  }),
  candidates: fc.array(
    fc.record({
      agentId: fc.constantFrom('a', 'b'),
      name: fc.constant('Somebody'),
      excluded: fc.option(fc.constantFrom(...exclusionSchema.options), { nil: null }),
      spare: nullable,
      idleSeconds: nullable,
      value: nullable,
    }),
    { maxLength: 12 },
  ),
});

it('comes back from the store as it was', () => {
  const names = new Map([
    ['a', 'Somebody'],
    ['b', 'Somebody'],
  ]);
  fc.assert(
    fc.property(explanation, (one) => {
      const stored = storedReasonSchema.parse(JSON.parse(JSON.stringify(packReason(one))));
      expect(unpackReason(stored, names)).toEqual(one);
    }),
  );
});

it('is the same reason while only figures move', () => {
  expect(isSameReason('Of 3 agents, 2 are away.', 'Of 4 agents, 1 are away.')).toBe(true);
  expect(isSameReason('Of 3 agents, 2 are away.', 'Of 3 agents, 2 are full.')).toBe(false);
  expect(isSameReason(null, 'Anything.')).toBe(false);
});
