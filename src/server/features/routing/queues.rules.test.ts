import { describe, expect, it } from 'vitest';
import {
  conditionsHold,
  explainQueues,
  matchQueue,
  type MatchableQueue,
  type MatchableTicket,
} from './queues.rules.ts';

const queue = (name: string, changes: Partial<MatchableQueue> = {}): MatchableQueue => ({
  id: name,
  name,
  position: 0,
  conditions: {},
  isDefault: false,
  groupIds: [],
  ...changes,
});

const queues = [
  queue('rest', { position: 9, isDefault: true }),
  queue('follow-ups', {
    position: 2,
    conditions: { routingChannels: ['email'], channels: ['messaging'] },
    groupIds: ['billing'],
  }),
  queue('chat', {
    position: 1,
    conditions: { routingChannels: ['messaging'] },
    groupIds: ['front'],
  }),
  queue('vip', { position: 3, conditions: { tags: ['vip', 'press'] } }),
];

const ticket = (changes: Partial<MatchableTicket> = {}): MatchableTicket => ({
  channel: 'messaging',
  routingChannel: 'messaging',
  category: null,
  priority: 'normal',
  tags: [],
  groupId: null,
  pinnedQueueId: null,
  subject: 'The grinder squeaks',
  fields: {},
  customer: { tier: 'standard', region: null },
  ...changes,
});

const of = (region: string): Partial<MatchableTicket> => ({
  customer: { tier: 'standard', region },
});

describe('the queue of a ticket', () => {
  it('is not decided by a list of nothing, which no ticket could meet', () => {
    const nothing = { categories: [], tags: [], regions: [], subject: [], priorities: [] };
    expect(conditionsHold(nothing, ticket())).toBe(true);
    expect(conditionsHold({ ...nothing, tags: ['vip'] }, ticket())).toBe(false);
  });

  it.each([
    ['a live chat', {}, 'chat'],
    ['an ended chat treated as email', { routingChannel: 'email' }, 'follow-ups'],
    [
      'mail with one of the tags',
      { channel: 'email', routingChannel: 'email', tags: ['press'] },
      'vip',
    ],
    ['anything else', { channel: 'email', routingChannel: 'email' }, 'rest'],
    [
      'what was given to a group',
      { channel: 'email', routingChannel: 'email', groupId: 'front' },
      'chat',
    ],
    [
      'a group that serves no queue',
      { channel: 'email', routingChannel: 'email', groupId: 'nobody' },
      'rest',
    ],
  ] as const)('of %s', (_name, changes, expected) => {
    expect(matchQueue(ticket(changes as Partial<MatchableTicket>), queues).name).toBe(expected);
  });

  it.each<[string, MatchableQueue['conditions'], Partial<MatchableTicket>, boolean]>([
    ['a tier', { tiers: ['enterprise'] }, {}, false],
    ['a tier', { tiers: ['enterprise', 'standard'] }, {}, true],
    ['a region, whatever the capitals', { regions: ['emea', ' DACH'] }, of('Dach'), true],
    ['a region of somebody without one', { regions: ['emea'] }, {}, false],
    ['a group', { groupIds: ['g'] }, { groupId: 'g' }, true],
    ['a group of what has none', { groupIds: ['g'] }, {}, false],
    ['a word of the subject', { subject: ['refund', 'GRINDER'] }, {}, true],
    ['a word that is not there', { subject: ['refund'] }, {}, false],
    [
      'an answer',
      { fields: [{ name: 'model', values: ['m2'] }] },
      { fields: { model: 'M2 ' } },
      true,
    ],
    [
      'another answer',
      { fields: [{ name: 'model', values: ['m2'] }] },
      { fields: { model: 'M3' } },
      false,
    ],
    ['any answer', { fields: [{ name: 'model', values: [] }] }, { fields: { model: 'M3' } }, true],
    [
      'an empty answer',
      { fields: [{ name: 'model', values: [] }] },
      { fields: { model: ' ' } },
      false,
    ],
    ['one of two conditions', { tiers: ['standard'], subject: ['refund'] }, {}, false],
  ])('asks for %s', (_name, conditions, changes, holds) => {
    expect(conditionsHold(conditions, ticket(changes))).toBe(holds);
  });

  it.each<[string, Partial<MatchableTicket>, string[]]>([
    [
      'by its conditions',
      { channel: 'email', routingChannel: 'email', tags: ['press'] },
      [
        'chat refused: The routing channel is email, not messaging.',
        'follow-ups refused: The channel is email, not messaging.',
        'vip taken: All its conditions hold.',
        'rest not_asked: Another queue takes it.',
      ],
    ],
    [
      'because no other does',
      { channel: 'email', routingChannel: 'email' },
      [
        'chat refused: The routing channel is email, not messaging.',
        'follow-ups refused: The channel is email, not messaging.',
        'vip refused: It has none of the tags vip, press.',
        'rest taken: No other queue takes it.',
      ],
    ],
    [
      'by its group',
      { channel: 'email', routingChannel: 'email', groupId: 'front' },
      [
        'chat taken: The group it was given to serves this queue.',
        'follow-ups not_asked: Another queue takes it.',
        'vip not_asked: Another queue takes it.',
        'rest not_asked: Another queue takes it.',
      ],
    ],
  ])('says why a queue takes it %s, and why not the others', (_name, changes, expected) => {
    const said = explainQueues(ticket(changes), queues);
    expect(said.map(({ name, outcome, why }) => `${name} ${outcome}: ${why}`)).toEqual(expected);
  });

  it('needs a default queue', () => {
    expect(() => matchQueue(ticket({ channel: 'phone', routingChannel: 'email' }), [])).toThrow(
      /default queue/,
    );
  });
});
