import { describe, expect, it } from 'vitest';
import type { BoardAgent } from '../../../contracts/board.ts';
import { byRoom, inHand, presenceOf, stepsTo, unitsOf } from './board.rules.ts';

const channel = (used: number) => ({ used, ceiling: 10, items: used });
const agent = (name: string, more: Partial<BoardAgent> = {}, used = 0): BoardAgent => ({
  id: name,
  name,
  status: 'online',
  customStatus: null,
  connected: true,
  statusSince: '2026-01-01T00:00:00Z',
  capacityRuleId: null,
  work: [],
  onCallSince: null,
  capacity: {
    budget: 10,
    used,
    channels: { messaging: channel(used), email: channel(0) },
  },
  ...more,
});

describe('agents', () => {
  it('with room come first, those who are not there last', () => {
    const list = [
      agent('full', {}, 9),
      agent('gone', { connected: false }),
      agent('free'),
      agent('away', { status: 'away' }),
    ];
    expect(byRoom(list).map(({ name }) => name)).toEqual(['free', 'full', 'away', 'gone']);
    expect(presenceOf(list[1]!)).toBe('offline');
  });

  it('carry units by channel', () => {
    expect(unitsOf(agent('a', {}, 3).capacity)).toMatchObject({ messaging: 3, email: 0 });
    expect(inHand(agent('a', {}, 3))).toBe(3);
  });
});

describe('a reassignment', () => {
  const rows = [
    { ticketId: 't1', queue: { id: 'q1', name: 'Mine' } },
    { ticketId: 't2', queue: { id: 'q2', name: 'Other' } },
  ];
  const queue = { id: 'q1', name: 'Mine' };

  it('to an agent says why', () => {
    expect(stepsTo({ kind: 'agent', id: 'a', name: 'Ana' }, rows, 'it waited')).toEqual([
      { act: { kind: 'assign', agentId: 'a', why: 'it waited' }, ids: ['t1', 't2'] },
    ]);
  });

  it('to a queue puts strangers into it, and what is there only goes back', () => {
    expect(stepsTo({ kind: 'queue', queue }, rows, 'it waited')).toEqual([
      { act: { kind: 'queue', queueId: 'q1', why: 'it waited' }, ids: ['t2'] },
      { act: { kind: 'assign', agentId: null, why: 'it waited' }, ids: ['t1'] },
    ]);
  });

  it('to its own queue only goes back', () => {
    const back = { act: { kind: 'assign', agentId: null, why: 'it waited' }, ids: ['t1'] };
    expect(stepsTo({ kind: 'queue', queue }, rows.slice(0, 1), 'it waited')).toEqual([back]);
    expect(stepsTo({ kind: 'back' }, rows.slice(0, 1), 'it waited')).toEqual([back]);
  });
});
