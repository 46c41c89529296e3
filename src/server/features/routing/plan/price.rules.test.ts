import { expect, it } from 'vitest';
import { agent, kind, queue } from './plan.fixtures.ts';
import { priceTime } from './price.rules.ts';

const finnish = kind('messaging', { required: [{ skill: 'fi', level: 1 }] });
const plain = kind('messaging');
const people = [agent('a'), agent('b'), agent('f', { skills: new Map([['fi', 1]]) })];
const priced = (minutesPerHour: number) =>
  priceTime({
    agents: people,
    queues: [queue()],
    demand: [
      { kind: plain, minutesPerHour: 60 },
      { kind: finnish, minutesPerHour },
    ],
    items: [],
  });

it('makes the only one with a wanted skill dearer than the others', () => {
  const { agents, kinds } = priced(60);
  expect(agents.get('f')).toBeGreaterThan(1.2);
  expect(agents.get('a')).toBeLessThan(1);
  expect(kinds.get(finnish.id)).toBe(agents.get('f'));
  expect(kinds.get(plain.id)).toBe(agents.get('a'));
});

it('evens prices out while others can take the common work', () => {
  const { agents } = priced(20);
  expect(agents.get('f')).toBeCloseTo(agents.get('a') ?? 0, 0);
});

it('counts what waits', () => {
  const { agents } = priceTime({ agents: people, queues: [queue()], demand: [], items: [] });
  expect([...agents.values()]).toEqual([1, 1, 1]);
});

it('does not depend on the order', () => {
  const facts = { queues: [queue()], demand: [{ kind: finnish, minutesPerHour: 60 }], items: [] };
  const forth = priceTime({ ...facts, agents: people });
  const back = priceTime({ ...facts, agents: people.toReversed() });
  expect([...back.agents]).toEqual([...forth.agents]);
});
