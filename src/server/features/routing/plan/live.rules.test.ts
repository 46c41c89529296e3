import { describe, expect, it } from 'vitest';
import { parameters as table } from './parameters.rules.ts';
import {
  agent,
  call,
  chat,
  held,
  item,
  kind,
  mail,
  now,
  queue,
  snapshot,
} from './plan.fixtures.ts';
import { plan } from './plan.rules.ts';
import type { PlanAgent, PlanItem, Snapshot } from './snapshot.rules.ts';

const live = (id: string, changes: Partial<PlanItem> = {}) =>
  item(id, { kind: chat, minutesLeft: 2, ...changes });
const offers = (
  agents: readonly PlanAgent[],
  items: readonly PlanItem[],
  changes: Partial<Snapshot> = {},
) => plan(snapshot(agents, items, changes)).offers.map((one) => `${one.item.id}>${one.agentId}`);
const using = (messaging: number) => ({ used: { messaging, email: 0, call: 0 } });

describe('who is offered a chat', () => {
  it('whoever had it before', () => {
    expect(offers([agent('a'), agent('b')], [live('1', { preferredAgentId: 'b' })])).toEqual([
      '1>b',
    ]);
  });

  it('whoever is cheap, before somebody whose skill is scarce', () => {
    const prices = { agents: new Map([['a', 2]]), kinds: new Map(), relaxed: new Map() };
    expect(offers([agent('a'), agent('b')], [live('1')], { prices })).toEqual(['1>b']);
  });

  it('whoever has had fewer chats', () => {
    const agents = [agent('a', { chatsPerHour: 6 }), agent('b', { chatsPerHour: 2 })];
    expect(offers(agents, [live('1')])).toEqual(['1>b']);
  });

  it('nobody whose mail in hand would be late for it', () => {
    const urgent = item('m', { kind: mail, priorityRank: 0, tierWeight: 3, minutesLeft: 15 });
    const busy = agent('a', { work: [held(urgent, { startedAt: now })] });
    expect(offers([busy, agent('b')], [live('1')])).toEqual(['1>b']);
  });

  it('whoever chats already, so that somebody stays free for a call', () => {
    const agents = [agent('a'), agent('b', using(1))];
    const demand = [{ kind: call, minutesPerHour: 10 }];
    expect(offers(agents, [live('1')], { demand })).toEqual(['1>b']);
  });

  it('secondary groups only when the primary ones are full', () => {
    const helper = agent('b', { groupIds: new Set(['back']) });
    expect(offers([agent('a', { chatsPerHour: 9 }), helper], [live('1')])).toEqual(['1>a']);
    expect(offers([agent('a', using(3)), helper], [live('1')])).toEqual(['1>b']);
  });

  it('nobody who let it go a moment ago', () => {
    const refusals = new Map([['a', now + 1]]);
    expect(offers([agent('a')], [live('1', { refusals })])).toEqual([]);
    expect(offers([agent('a'), agent('b')], [live('1', { refusals })])).toEqual(['1>b']);
  });

  it('not twice in a row the same person, unless there is no other', () => {
    const refusals = new Map([['a', now - 1]]);
    const agents = [agent('a'), agent('b', { chatsPerHour: 20 })];
    expect(offers(agents, [live('1', { refusals })])).toEqual(['1>b']);
    expect(offers([agent('a')], [live('1', { refusals })])).toEqual(['1>a']);
  });
});

describe('several customers at once', () => {
  it('are matched so that both find somebody', () => {
    const french = kind('messaging', { required: [{ skill: 'fr', level: 1 }] });
    const agents = [
      agent('a', { ...using(2), skills: new Map([['fr', 1]]) }),
      agent('b', { ...using(2), chatsPerHour: 9 }),
    ];
    expect(offers(agents, [live('1'), live('2', { kind: french })]).toSorted()).toEqual([
      '1>b',
      '2>a',
    ]);
  });

  it('go by weight when there is not room for all, the winnable first', () => {
    const items = [
      live('low', { priorityRank: 3 }),
      live('urgent', { priorityRank: 0 }),
      live('lost', { priorityRank: 0, minutesLeft: -1 }),
    ];
    expect(offers([agent('a', using(2))], items)).toEqual(['urgent>a']);
  });

  it('are served even when they are lost and everybody is dear', () => {
    const prices = { agents: new Map([['a', 50]]), kinds: new Map(), relaxed: new Map() };
    const lost = live('1', { priorityRank: 3, minutesLeft: -1 });
    expect(offers([agent('a')], [lost], { prices })).toEqual(['1>a']);
  });

  it('are served in order beyond what is matched', () => {
    const many = Array.from({ length: table.matchUpTo + 12 }, (_, index) => live(`c${index}`));
    const agents = Array.from({ length: 10 }, (_, index) => agent(`a${index}`));
    expect(offers(agents, many)).toHaveLength(30);
  });
});

describe('scarce slots', () => {
  const technical = kind('messaging', { optional: [{ skill: 'expert', level: 1 }] });
  const expert = agent('x', { ...using(2), skills: new Map([['expert', 1]]) });
  const soon = { kind: technical, relaxAt: now + 30_000 };

  it('are kept from whom others may serve in time', () => {
    expect(offers([expert, agent('a')], [live('1', soon)])).toEqual([]);
    expect(offers([expert, agent('a')], [live('1', { ...soon, relaxAt: now })])).toHaveLength(1);
  });

  it('are for those who cannot wait, and for those who matter', () => {
    expect(offers([expert], [live('1', { ...soon, minutesLeft: 0.6 })])).toEqual(['1>x']);
    expect(offers([expert], [live('1', { ...soon, priorityRank: 0 })])).toEqual(['1>x']);
  });
});

it('gives a call only to somebody without a chat', () => {
  const ringing = live('1', { kind: call });
  expect(offers([agent('a', using(1))], [ringing])).toEqual([]);
  expect(offers([agent('a', using(1)), agent('b')], [ringing])).toEqual(['1>b']);
});

it('leaves out who serves no queue', () => {
  expect(offers([agent('a')], [live('1')], { queues: [queue({ id: 'else' })] })).toEqual([]);
});
