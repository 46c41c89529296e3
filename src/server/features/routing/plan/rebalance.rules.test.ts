import { describe, expect, it } from 'vitest';
import { parameters, type Parameters } from './parameters.rules.ts';
import { agent, held, item, minute, now, queue, snapshot } from './plan.fixtures.ts';
import { plan } from './plan.rules.ts';
import type { HeldWork, PlanAgent, RecentMoves } from './snapshot.rules.ts';

const risky = item('1', { minutesLeft: 12 });
const holder = (work: readonly HeldWork[], changes: Partial<PlanAgent> = {}) =>
  agent('h', { work, used: { messaging: 0, email: work.length, call: 0 }, ...changes });
const begun = held(item('0'), { startedAt: now - minute });
const moved = (work: readonly HeldWork[], others = [agent('b')], changes = {}) => {
  const { returns, assignments } = plan(snapshot([holder(work, changes), ...others], []));
  return {
    returned: returns.map((one) => `${one.item.id}<${one.agentId} ${one.reason}`),
    given: assignments.map((one) => `${one.item.id}>${one.agentId}`),
  };
};

describe('unbegun mail', () => {
  it('moves when it would be late where it lies and somebody is free', () => {
    expect(moved([begun, held(risky)])).toEqual({ returned: ['1<h at_risk'], given: ['1>b'] });
  });

  it('moves when it has lain too long', () => {
    const old = held(item('1', { minutesLeft: 600 }), { assignedAt: now - 61 * minute });
    expect(moved([begun, old]).returned).toEqual(['1<h not_begun']);
  });

  it('stays when nobody is free', () => {
    const busy = agent('b', { used: { messaging: 0, email: 1, call: 0 } });
    expect(moved([begun, held(risky)], [busy])).toEqual({ returned: [], given: [] });
  });

  it('moves one piece for each free pair of hands', () => {
    const work = [begun, held(risky), held(item('2', { minutesLeft: 11 }))];
    expect(moved(work).returned).toEqual(['2<h at_risk']);
  });
});

describe('guardrails', () => {
  it.each([
    ['how often', held(risky, { moves: 2 })],
    ['how late', held(risky, { assignedAt: now - 4 * minute })],
    ['whose: not what is begun', held(risky, { startedAt: now - 4 * minute })],
  ])('%s', (_, work) => {
    expect(moved([begun, work]).returned).toEqual([]);
  });
});

describe('limits by the hour', () => {
  const two = [begun, held(risky), held(item('2', { minutesLeft: 11 }))];
  const others = [agent('b'), agent('c')];
  const movedUnder = (table: Partial<Parameters>, moves?: RecentMoves, whom = others) => {
    const world = snapshot([holder(two), ...whom], [], { ...(moves && { moves }) });
    const made = plan(world, { table: { ...parameters, ...table } });
    return made.assignments.map((one) => `${one.item.id}>${one.agentId}`).toSorted();
  };
  const none: ReadonlyMap<string, number> = new Map();

  it('let as many move as they say, the most urgent first', () => {
    expect(movedUnder({})).toHaveLength(2);
    expect(movedUnder({ movesPerAgentHour: 1 })).toEqual(['2>b']);
    expect(movedUnder({ movesPerQueueHour: 1 })).toEqual(['2>b']);
  });

  it('count what moved before', () => {
    const ofAgent = { agents: new Map([['h', 3]]), queues: none };
    expect(movedUnder({ movesPerAgentHour: 4 }, ofAgent)).toHaveLength(1);
    expect(movedUnder({ movesPerAgentHour: 3 }, ofAgent)).toEqual([]);
    const ofQueue = { agents: none, queues: new Map([[queue().id, 5]]) };
    expect(movedUnder({ movesPerQueueHour: 5 }, ofQueue)).toEqual([]);
    expect(movedUnder({ movesPerQueueHour: 7 }, ofQueue)).toHaveLength(2);
  });

  it('give nothing that was moved to somebody whose shift ends soon', () => {
    const leaving = agent('b', { shiftEndsAt: now + 14 * minute });
    expect(movedUnder({ quietMinutes: 15 }, undefined, [leaving])).toEqual([]);
    expect(movedUnder({ quietMinutes: 15 }, undefined, [leaving, agent('c')])).toEqual(['2>c']);
    expect(movedUnder({ quietMinutes: 5, shiftEnd: 0 }, undefined, [leaving])).toEqual(['2>b']);
  });
});

it('takes back what somebody left behind, even if it has to wait', () => {
  const gone = { connected: false };
  expect(moved([held(risky)], [], gone)).toEqual({ returned: ['1<h holder_left'], given: [] });
  expect(moved([held(risky)], [agent('b')], gone).given).toEqual(['1>b']);
  expect(moved([held(risky, { assignedAt: now - 6 * minute })], [], gone).returned).toEqual([]);
});
