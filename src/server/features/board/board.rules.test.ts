import { describe, expect, it } from 'vitest';
import { flowSteps } from '../../../contracts/board.ts';
import type { AgentStatus } from '../../../contracts/people.ts';
import { countOnline, earliest, flowOf } from './board.rules.ts';

const agent = (status: AgentStatus, connected: boolean, ...groups: string[]) => ({
  status,
  connected,
  groups: groups.map((id) => ({ id, name: id })),
});

describe('agents online', () => {
  it('are those who can be given something, are connected and serve the queue, each once', () => {
    const agents = [
      agent('online', true, 'a', 'b'),
      agent('online', false, 'a'),
      agent('away', true, 'b'),
      agent('away', false, 'b'),
      agent('transfers_only', true, 'a'),
      agent('offline', true, 'a'),
      agent('online', true, 'c'),
    ];
    expect(countOnline(agents, ['a', 'b'])).toBe(2);
    expect(countOnline(agents, [])).toBe(0);
  });
});

describe('inflow and outflow', () => {
  it('stand by step, the latest last, and what is older is left out', () => {
    const counts = [
      { queueId: 'q', direction: 'in', stepsAgo: 0, count: 3 },
      { queueId: 'q', direction: 'in', stepsAgo: flowSteps - 1, count: 2 },
      { queueId: 'q', direction: 'in', stepsAgo: flowSteps, count: 9 },
      { queueId: 'q', direction: 'out', stepsAgo: 1, count: 4 },
      { queueId: 'other', direction: 'in', stepsAgo: 0, count: 7 },
    ] as const;
    const inflow = flowOf(counts, 'q', 'in');
    expect(inflow).toHaveLength(flowSteps);
    expect([inflow[0], inflow.at(-1)]).toEqual([2, 3]);
    expect(inflow.reduce((sum, one) => sum + one, 0)).toBe(5);
    expect(flowOf(counts, 'q', 'out').at(-2)).toBe(4);
  });
});

describe('the earliest', () => {
  it('ignores what is not known', () => {
    expect(earliest([null, new Date(5), new Date(3)])).toEqual(new Date(3));
    expect(earliest([null])).toBeNull();
  });
});
