import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exclusionOf,
  plan,
  type PlannedAgent,
  type PlannedItem,
  type PlannedQueue,
  type Snapshot,
} from './routing.rules.ts';

const now = 1_000_000;
const capacity = {
  budget: 12,
  units: { messaging: 3, email: 1 },
  ceiling: { messaging: 9, email: 8 },
};

function agent(id: string, changes: Partial<PlannedAgent> = {}): PlannedAgent {
  return {
    id,
    name: id,
    status: 'online',
    connected: true,
    groupIds: new Set(['front']),
    skillIds: new Set(),
    capacity,
    used: { messaging: 0, email: 0 },
    lastAt: { messaging: null, email: null },
    ...changes,
  };
}

function item(id: string, changes: Partial<PlannedItem> = {}): PlannedItem {
  return {
    id,
    ticketId: `t-${id}`,
    queueId: 'chat',
    channelClass: 'messaging',
    priorityRank: 2,
    eligibleAt: 0,
    requiredSkills: [],
    preferredAgentId: null,
    refusals: new Map(),
    ...changes,
  };
}

const queues: PlannedQueue[] = [
  { id: 'chat', name: 'Live chat', priority: 10, groupIds: new Set(['front']) },
  { id: 'mail', name: 'Mail', priority: 50, groupIds: new Set(['front', 'back']) },
];

const snapshot = (agents: PlannedAgent[], items: PlannedItem[]): Snapshot => ({
  now,
  queues,
  agents,
  items,
});
const winners = (agents: PlannedAgent[], items: PlannedItem[]) =>
  plan(snapshot(agents, items)).map((decision) => [decision.item.id, decision.agentId]);

describe('the order of service', () => {
  it('serves queue priority, then ticket priority, then the longest wait', () => {
    const items = [
      item('mail', { queueId: 'mail', channelClass: 'email', priorityRank: 0 }),
      item('late', { eligibleAt: 20 }),
      item('early', { eligibleAt: 10 }),
      item('urgent', { priorityRank: 0, eligibleAt: 30 }),
    ];
    const order = plan(snapshot([agent('a')], items)).map((decision) => decision.item.id);
    expect(order).toEqual(['urgent', 'early', 'late', 'mail']);
  });

  it('does not let work that nobody can do hold up the rest', () => {
    const items = [
      item('french', { requiredSkills: ['fr'], eligibleAt: 1 }),
      item('plain', { eligibleAt: 2 }),
    ];
    expect(winners([agent('a')], items)).toEqual([
      ['french', null],
      ['plain', 'a'],
    ]);
  });
});

describe('the choice of the agent', () => {
  it('takes the most spare units, then the longest without such work', () => {
    const busy = agent('busy', { used: { messaging: 3, email: 0 } });
    const free = agent('free', { lastAt: { messaging: 900, email: null } });
    const rested = agent('rested', { lastAt: { messaging: 100, email: null } });
    expect(winners([busy, free, rested], [item('x')])).toEqual([['x', 'rested']]);
  });

  it('prefers who had it before, if there is room', () => {
    const before = agent('before', { used: { messaging: 6, email: 0 } });
    const other = agent('other');
    expect(winners([before, other], [item('x', { preferredAgentId: 'before' })])).toEqual([
      ['x', 'before'],
    ]);
    const full = agent('before', { used: { messaging: 9, email: 0 } });
    expect(winners([full, other], [item('x', { preferredAgentId: 'before' })])).toEqual([
      ['x', 'other'],
    ]);
  });

  it('spreads a burst evenly and stops at the ceiling', () => {
    const items = Array.from({ length: 10 }, (_, index) =>
      item(`c${index}`, { eligibleAt: index }),
    );
    const decided = winners([agent('a'), agent('b')], items);
    expect(decided.filter(([, who]) => who === 'a')).toHaveLength(3);
    expect(decided.filter(([, who]) => who === 'b')).toHaveLength(3);
    expect(decided.filter(([, who]) => who === null)).toHaveLength(4);
  });
});

describe('who cannot have it', () => {
  const cases: [string, Partial<PlannedAgent>, Partial<PlannedItem>, string | null][] = [
    ['serves another group', { groupIds: new Set(['back']) }, {}, 'not_in_group'],
    ['desk closed', { connected: false }, {}, 'disconnected'],
    ['away, for chat', { status: 'away' }, {}, 'status'],
    ['away, for mail', { status: 'away' }, { queueId: 'mail', channelClass: 'email' }, null],
    ['transfers only', { status: 'transfers_only' }, {}, 'status'],
    ['offline', { status: 'offline' }, { queueId: 'mail', channelClass: 'email' }, 'status'],
    ['lacks the skill', {}, { requiredSkills: ['fr'] }, 'missing_skill'],
    ['has the skill', { skillIds: new Set(['fr']) }, { requiredSkills: ['fr'] }, null],
    ['declined just now', {}, { refusals: new Map([['a', now + 1]]) }, 'declined_before'],
    ['declined a while ago', {}, { refusals: new Map([['a', now - 1]]) }, null],
    ['whole budget in use', { used: { messaging: 3, email: 8 } }, {}, 'budget_full'],
    ['channel at its ceiling', { used: { messaging: 9, email: 0 } }, {}, 'channel_full'],
  ];
  it.each(cases)('%s', (_name, agentChanges, itemChanges, expected) => {
    const work = item('x', itemChanges);
    const queue = queues.find((one) => one.id === work.queueId);
    expect(queue && exclusionOf(work, queue, agent('a', agentChanges), now)).toBe(expected);
  });
});

describe('the words', () => {
  it('say why somebody got it', () => {
    const [first] = plan(
      snapshot([agent('Ana'), agent('Ben', { used: { messaging: 3, email: 0 } })], [item('x')]),
    );
    expect(first?.sentence).toBe('Most room of 2 available in Live chat: 6 units left after this.');
    expect(first?.candidates.map((candidate) => candidate.name)).toEqual(['Ana', 'Ben']);
  });

  it('say why nobody got it', () => {
    const agents = [
      agent('a', { status: 'offline' }),
      agent('b', { used: { messaging: 9, email: 0 } }),
    ];
    const [first] = plan(snapshot(agents, [item('x')]));
    expect(first?.sentence).toBe(
      'Waits in Live chat: of 2 agents, 1 are away or offline, 1 are at the limit of this channel.',
    );
  });
});

const anyAgent = fc
  .record({
    index: fc.nat(7),
    status: fc.constantFrom('online', 'away', 'transfers_only', 'offline' as const),
    connected: fc.boolean(),
    messaging: fc.nat(3),
    email: fc.nat(4),
    skill: fc.boolean(),
    back: fc.boolean(),
  })
  .map(({ index, status, connected, messaging, email, skill, back }) =>
    agent(`agent-${index}`, {
      status,
      connected,
      groupIds: new Set([back ? 'back' : 'front']),
      skillIds: new Set(skill ? ['fr'] : []),
      used: { messaging: messaging * 3, email },
    }),
  );

const anyItem = fc
  .record({
    index: fc.nat(40),
    mail: fc.boolean(),
    rank: fc.nat(3),
    at: fc.nat(50),
    french: fc.boolean(),
    preferred: fc.option(fc.nat(7), { nil: null }),
  })
  .map(({ index, mail, rank, at, french, preferred }) =>
    item(`item-${index}`, {
      queueId: mail ? 'mail' : 'chat',
      channelClass: mail ? 'email' : 'messaging',
      priorityRank: rank,
      eligibleAt: at,
      requiredSkills: french ? ['fr'] : [],
      preferredAgentId: preferred === null ? null : `agent-${preferred}`,
    }),
  );

const anySnapshot = fc
  .record({
    agents: fc.uniqueArray(anyAgent, { selector: (one) => one.id, maxLength: 8 }),
    items: fc.uniqueArray(anyItem, { selector: (one) => one.id, maxLength: 40 }),
  })
  .map(({ agents, items }) => snapshot(agents, items));

describe('any plan', () => {
  it('never exceeds a budget or a ceiling, and breaks no rule', () => {
    fc.assert(
      fc.property(anySnapshot, (given) => {
        const used = new Map(given.agents.map((one) => [one.id, { ...one.used }]));
        for (const decision of plan(given)) {
          if (decision.agentId === null) continue;
          const winner = given.agents.find((one) => one.id === decision.agentId);
          const queue = given.queues.find((one) => one.id === decision.item.queueId);
          const load = used.get(decision.agentId);
          if (!winner || !queue || !load) throw new Error('an unknown agent or queue won');
          expect(exclusionOf(decision.item, queue, { ...winner, used: load }, now)).toBeNull();
          load[decision.item.channelClass] += decision.units;
          expect(load.messaging + load.email).toBeLessThanOrEqual(capacity.budget);
        }
      }),
    );
  });

  it('decides every item once, the same way each time, whatever the order it was given in', () => {
    fc.assert(
      fc.property(anySnapshot, (given) => {
        const decided = plan(given).map((one) => [one.item.id, one.agentId]);
        expect(decided).toHaveLength(given.items.length);
        const mirrored = plan({
          ...given,
          items: given.items.toReversed(),
          agents: given.agents.toReversed(),
        });
        expect(mirrored.map((one) => [one.item.id, one.agentId])).toEqual(decided);
      }),
    );
  });

  it('leaves nothing waiting that somebody could take', () => {
    fc.assert(
      fc.property(anySnapshot, (given) => {
        const decisions = plan(given);
        const used = new Map(given.agents.map((one) => [one.id, { ...one.used }]));
        for (const { agentId, item: work, units } of decisions) {
          const load = agentId === null ? undefined : used.get(agentId);
          if (load) load[work.channelClass] += units;
        }
        for (const decision of decisions.filter((one) => one.agentId === null)) {
          const queue = given.queues.find((one) => one.id === decision.item.queueId);
          for (const one of given.agents) {
            const load = used.get(one.id) ?? one.used;
            expect(
              queue && exclusionOf(decision.item, queue, { ...one, used: load }, now),
            ).not.toBeNull();
          }
        }
      }),
    );
  });
});
