import { describe, expect, it } from 'vitest';
import { lackOf, overBy, roomOf, unitsFor, type CapacityRule } from './capacity.rules.ts';

const rule = (changes: Partial<CapacityRule> = {}): CapacityRule => ({
  id: 'rule',
  budget: 6,
  units: { messaging: 2, email: 1, call: 1 },
  ceiling: { messaging: 6, email: 6, call: 1 },
  chatOnTopOfMail: false,
  waitingShare: 0,
  weights: { priorities: {}, categories: {} },
  ...changes,
});
const plain = { priorityRank: 2, category: null };

describe('units of a piece of work', () => {
  const weights = { priorities: { urgent: 2 }, categories: { Billing: 1.5, Spam: 0.25 } };
  it.each([
    ['an ordinary one', plain, 2],
    ['an urgent one', { priorityRank: 0, category: null }, 4],
    ['one of a category', { priorityRank: 2, category: 'Billing' }, 3],
    ['both', { priorityRank: 0, category: 'Billing' }, 6],
    ['never less than one', { priorityRank: 2, category: 'Spam' }, 1],
  ])('%s', (_, work, units) => {
    expect(unitsFor(rule({ weights }), 'messaging', work)).toBe(units);
  });

  it.each([
    ['the budget', rule({ weights, budget: 3 }), 3],
    ['the ceiling', rule({ weights, ceiling: { messaging: 5, email: 6, call: 1 } }), 5],
    ['none at all', rule({ weights, ceiling: { messaging: 0, email: 6, call: 1 } }), 1],
  ])('more than somebody may carry is all of it: %s', (_, capacity, units) => {
    const urgent = { priorityRank: 0, category: 'Billing' };
    expect(unitsFor(capacity, 'messaging', urgent)).toBe(units);
    const nothing = { messaging: 0, email: 0 };
    const load = { capacity, used: nothing, name: 'Ana', call: null };
    const fits = lackOf(load, 'messaging', units) === null;
    expect(fits).toBe(capacity.ceiling.messaging > 0);
  });
});

describe('room', () => {
  it.each([
    ['budget and ceiling, the tighter', rule(), { messaging: 4, email: 1 }, [1, 1]],
    [
      'the ceiling of a channel',
      rule({ ceiling: { messaging: 3, email: 6, call: 1 } }),
      { messaging: 2, email: 0 },
      [1, 4],
    ],
    ['chats on top of mail', rule({ chatOnTopOfMail: true }), { messaging: 2, email: 6 }, [4, 0]],
  ])('%s', (_, capacity, used, room) => {
    const load = { capacity, used };
    expect([roomOf(load, 'messaging'), roomOf(load, 'email')]).toEqual(room);
  });

  it('says what is full, and by how much somebody is over', () => {
    const ana = { name: 'Ana', capacity: rule(), used: { messaging: 6, email: 2 }, call: null };
    expect(lackOf(ana, 'email', 1)).toBe('Ana has 8 of 6 units in use and this needs 1.');
    expect(overBy(ana)).toBe(2);
    expect(lackOf({ ...ana, used: { messaging: 0, email: 0 } }, 'messaging', 2)).toBeNull();
  });

  it('is none beside a call, whatever is free', () => {
    const used = { messaging: 0, email: 0 };
    const call = { since: new Date(), units: 1 };
    const ana = { name: 'Ana', capacity: rule({ chatOnTopOfMail: true }), used, call };
    expect(lackOf(ana, 'email', 1)).toMatch(/on a call/);
    expect(lackOf({ ...ana, call: null }, 'email', 1)).toBeNull();
  });
});
