import { expect, it } from 'vitest';
import { agent, chat, item, mail, minute, now, queue, snapshot } from './plan.fixtures.ts';
import { plan } from './plan.rules.ts';
import type { PlanAgent, PlanItem } from './snapshot.rules.ts';
import type { SimplePolicy } from './simple.rules.ts';

const winners = (
  policy: SimplePolicy,
  agents: readonly PlanAgent[],
  items: readonly PlanItem[],
) => {
  const { offers, assignments } = plan(snapshot(agents, items, { policy }));
  return [...offers, ...assignments].map((one) => `${one.item.id}>${one.agentId}`);
};
const live = (id: string, changes: Partial<PlanItem> = {}) => item(id, { kind: chat, ...changes });
const using = (messaging: number) => ({ used: { messaging, email: 0, call: 0 } });
const last = (minutes: number) => ({
  lastAt: { messaging: now - minutes * minute, email: null, call: null },
});

it('priority: the most important first, to whoever has most room', () => {
  const items = [live('low', { priorityRank: 3 }), live('urgent', { priorityRank: 0 })];
  expect(winners('priority', [agent('a', using(2))], items)).toEqual(['urgent>a']);
  expect(winners('priority', [agent('a', using(1)), agent('b')], [live('1')])).toEqual(['1>b']);
});

it('round robin: the oldest first, to whoever had the last turn longest ago', () => {
  const items = [live('new'), live('old', { eligibleAt: now - 9 * minute, priorityRank: 3 })];
  const agents = [agent('a', last(1)), agent('b', last(5))];
  expect(winners('round_robin', agents, items)).toEqual(['old>b', 'new>a']);
});

it('least loaded: the smallest share in use', () => {
  const agents = [agent('a', using(2)), agent('b', using(1))];
  expect(winners('least_loaded', agents, [live('1')])).toEqual(['1>b']);
});

it('longest idle: who has nothing, the longest first', () => {
  const agents = [
    agent('a', { ...using(1), ...last(60) }),
    agent('b', { idleSince: now - minute }),
    agent('c', { idleSince: now - 5 * minute }),
  ];
  expect(winners('longest_idle', agents, [live('1')])).toEqual(['1>c']);
});

it.each(['priority', 'round_robin', 'least_loaded', 'longest_idle'] as const)(
  '%s: keeps to the hand-over of the queue and to queue priority',
  (policy) => {
    const mails = [item('1'), item('2')];
    expect(winners(policy, [agent('a')], mails)).toEqual(['1>a']);
    const queues = [queue(), queue({ id: 'vip', priority: 1 })];
    const vip = item('3', { kind: { ...mail, id: 'vip', queueId: 'vip' } });
    const { assignments } = plan(snapshot([agent('a')], [...mails, vip], { policy, queues }));
    expect(assignments.map((one) => one.item.id)).toEqual(['3']);
  },
);
