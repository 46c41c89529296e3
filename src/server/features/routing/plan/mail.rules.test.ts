import { describe, expect, it } from 'vitest';
import { agent, item, kind, minute, now, queue, snapshot } from './plan.fixtures.ts';
import { plan } from './plan.rules.ts';
import type { PlanAgent, PlanItem, Snapshot } from './snapshot.rules.ts';

const given = (
  agents: readonly PlanAgent[],
  items: readonly PlanItem[],
  changes: Partial<Snapshot> = {},
) =>
  plan(snapshot(agents, items, changes)).assignments.map((one) => `${one.item.id}>${one.agentId}`);
const two = [item('1'), item('2')];

describe('late binding', () => {
  it('gives one piece at a time', () => {
    expect(given([agent('a')], two)).toHaveLength(1);
  });

  it('fills inboxes where the queue says so', () => {
    expect(given([agent('a')], two, { queues: [queue({ handOver: 'fill' })] })).toHaveLength(2);
  });

  it('waits while mail is in hand', () => {
    expect(given([agent('a', { used: { messaging: 0, email: 1, call: 0 } })], two)).toEqual([]);
  });
});

describe('which piece', () => {
  it('the most at risk that can still be won', () => {
    const items = [
      item('late', { minutesLeft: -10 }),
      item('soon', { minutesLeft: 40 }),
      item('later', { minutesLeft: 400 }),
    ];
    expect(given([agent('a')], items)).toEqual(['soon>a']);
  });

  it('what others cannot do, of pieces alike', () => {
    const french = kind('email', { required: [{ skill: 'fr', level: 1 }] });
    const prices = {
      agents: new Map([['a', 2]]),
      kinds: new Map([[french.id, 2]]),
      relaxed: new Map([
        [french.id, 2],
        [item('1').kind.id, 0.5],
      ]),
    };
    const polyglot = agent('a', { skills: new Map([['fr', 1]]) });
    expect(given([polyglot], [item('1'), item('2', { kind: french })], { prices })).toEqual([
      '2>a',
    ]);
  });

  it('none that would not be done before the shift ends, if another is free', () => {
    const leaving = agent('a', { shiftEndsAt: now + 2 * minute });
    expect(given([leaving, agent('b')], [item('1')])).toEqual(['1>b']);
    expect(given([agent('a', { shiftEndsAt: now })], [item('1')])).toEqual([]);
  });

  it('each to whoever is quicker at it', () => {
    const short = kind('email', { expectedMinutes: 5 });
    const agents = [
      agent('a', { pace: new Map([[short.id, 2]]) }),
      agent('b', { pace: new Map([[item('1').kind.id, 2]]) }),
    ];
    expect(given(agents, [item('1'), item('2', { kind: short })]).toSorted()).toEqual([
      '1>a',
      '2>b',
    ]);
  });
});

it('asks nobody again who let it go', () => {
  const refused = item('1', { refusals: new Map([['a', now + 1]]) });
  expect(given([agent('a')], [refused])).toEqual([]);
});
