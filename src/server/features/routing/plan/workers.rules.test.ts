import { describe, expect, it } from 'vitest';
import { parameters } from './parameters.rules.ts';
import { agent } from './plan.fixtures.ts';
import type { PlanAgent, WorkClass } from './snapshot.rules.ts';
import { canBeginMail, shortageOf, spareAfter, take, workersOf } from './workers.rules.ts';

const worker = (changes: Partial<PlanAgent> = {}) => {
  const [made] = workersOf([agent('a', changes)]);
  if (!made) throw new Error('There is no worker.');
  return made;
};
const using = (used: Partial<Record<WorkClass, number>>) =>
  worker({ used: { messaging: 0, email: 0, call: 0, ...used } });

describe('room', () => {
  it.each([
    ['chat comes on top of mail', { email: 10 }, 'messaging', null],
    ['chats have a ceiling', { messaging: 3 }, 'messaging', 'channel_full'],
    ['no chat during a call', { call: 1 }, 'messaging', 'on_call'],
    ['no mail during a call', { call: 1 }, 'email', 'on_call'],
    ['no second call', { call: 1 }, 'call', 'on_call'],
    ['no call beside a chat', { messaging: 1 }, 'call', 'channel_full'],
    ['a call beside mail', { email: 2 }, 'call', null],
    ['mail up to its ceiling', { email: 10 }, 'email', 'channel_full'],
  ] as const)('%s', (_, used, workClass, expected) => {
    expect(shortageOf(using(used), workClass)).toBe(expected);
  });

  it('shares one budget where mail has none of its own', () => {
    const capacity = { ...agent('a').capacity, budget: 4, interruptibleBudget: null };
    const busy = worker({ capacity, used: { messaging: 1, email: 3, call: 0 } });
    expect(shortageOf(busy, 'messaging')).toBe('budget_full');
    expect(spareAfter(busy, 'email')).toBe(-1);
  });
});

describe('late binding', () => {
  it.each([
    ['free hands', {}, true],
    ['a chat leaves some attention', { messaging: 1 }, true],
    ['a full row of chats leaves none', { messaging: 3 }, false],
    ['a call leaves none', { call: 1 }, false],
    ['one piece in hand is enough', { email: 1 }, false],
  ])('%s', (_, used, expected) => {
    expect(canBeginMail(using(used), parameters)).toBe(expected);
  });

  it('counts what the plan gives', () => {
    const busy = worker();
    take(busy, 'email');
    expect(canBeginMail(busy, parameters)).toBe(false);
    expect(busy.used.email).toBe(1);
  });
});

describe('kinds that weigh more than their class', () => {
  it('take their own units, and an agent may be too full for them alone', () => {
    const { capacity } = agent('a');
    const unitsOfKind = new Map([['heavy', capacity.ceiling.messaging + 1]]);
    const one = worker({ capacity: { ...capacity, unitsOfKind } });
    expect(shortageOf(one, 'messaging', 'heavy')).toBe('channel_full');
    expect(shortageOf(one, 'messaging', 'light')).toBeNull();
  });
});
