import { describe, expect, it } from 'vitest';
import { matchQueue, type MatchableQueue, type MatchableTicket } from './queues.rules.ts';

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
  ...changes,
});

describe('the queue of a ticket', () => {
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

  it('needs a default queue', () => {
    expect(() => matchQueue(ticket({ channel: 'phone', routingChannel: 'email' }), [])).toThrow(
      /default queue/,
    );
  });
});
