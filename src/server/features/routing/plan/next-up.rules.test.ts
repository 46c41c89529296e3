import { expect, it } from 'vitest';
import { nextUp } from './next-up.rules.ts';
import { agent, held, item, minute, now, snapshot } from './plan.fixtures.ts';
import type { PlanItem } from './snapshot.rules.ts';

const busy = (id: string, minutes: number) =>
  agent(id, {
    used: { messaging: 0, email: 1, call: 0 },
    work: [held(item(`of ${id}`), { startedAt: now - minutes * minute })],
  });
const nextOf = (items: readonly PlanItem[], given: ReadonlySet<string> = new Set()) => {
  const steps = nextUp(snapshot([busy('a', 2), busy('b', 9), agent('c')], items), given);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return Object.fromEntries([...step.value].map(([id, piece]) => [id, piece.id]));
};

it('promises the best piece to whoever began first, and none twice', () => {
  const items = [item('later', { minutesLeft: 300 }), item('soon', { minutesLeft: 40 })];
  expect(nextOf(items)).toEqual({ b: 'soon', a: 'later' });
});

it('leaves out what the plan gave away', () => {
  expect(nextOf([item('1'), item('2')], new Set(['1']))).toEqual({ b: '2' });
});
