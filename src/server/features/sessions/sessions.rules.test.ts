import { describe, expect, it } from 'vitest';
import { workspaceSettingsSchema } from '../../../contracts/workspaces.ts';
import {
  acceptsMessage,
  describeEnd,
  followupModeAfterEnd,
  mayEnd,
  nextStepFor,
  returnPathOf,
  routingChannelAfterEnd,
} from './sessions.rules.ts';

const settings = (sessions: object = {}) => workspaceSettingsSchema.parse({ sessions });

describe('a message around the end', () => {
  const endedAt = new Date('2026-03-02T10:00:00.000Z');
  it.each([
    [
      'while the session runs',
      { state: 'active', endedAt: null },
      '2026-03-02T11:00:00.000Z',
      true,
    ],
    [
      'while it is inactive',
      { state: 'inactive', endedAt: null },
      '2026-03-02T11:00:00.000Z',
      true,
    ],
    ['a millisecond before the end', { state: 'ended', endedAt }, '2026-03-02T09:59:59.999Z', true],
    ['at the end', { state: 'ended', endedAt }, '2026-03-02T10:00:00.000Z', false],
    ['after the end', { state: 'ended', endedAt }, '2026-03-02T10:00:00.001Z', false],
  ] as const)('%s', (_name, session, at, expected) => {
    expect(acceptsMessage(session, new Date(at))).toBe(expected);
  });
});

describe('the routing channel after the end', () => {
  it.each([
    ['agent', {}, 'email'],
    ['agent', { agentEndedAsEmail: false }, 'messaging'],
    ['customer', {}, 'email'],
    ['customer', { customerEndedAsEmail: false }, 'messaging'],
    ['inactivity', {}, 'email'],
    ['inactivity', { inactivityEndedAsEmail: false }, 'messaging'],
    ['inactivity', { agentEndedAsEmail: false, customerEndedAsEmail: false }, 'email'],
    ['trigger', {}, 'messaging'],
    ['system', {}, 'messaging'],
  ] as const)('ended by %s with %o is %s', (reason, sessions, expected) => {
    expect(routingChannelAfterEnd(settings(sessions), reason, 'messaging')).toBe(expected);
  });

  it('stays email where it was that already', () => {
    expect(routingChannelAfterEnd(settings({ agentEndedAsEmail: false }), 'agent', 'email')).toBe(
      'email',
    );
  });
});

describe('who may end', () => {
  it('follows the setting of each side', () => {
    expect(mayEnd(settings({ agentMayEnd: false }), 'agent')).toBe(false);
    expect(mayEnd(settings({ agentMayEnd: false }), 'customer')).toBe(true);
    expect(mayEnd(settings({ customerMayEnd: false }), 'customer')).toBe(false);
    expect(mayEnd(settings({ agentMayEnd: false, customerMayEnd: false }), 'trigger')).toBe(true);
  });
});

describe('the words', () => {
  it('tell the agent what will follow', () => {
    const outlook = {
      routingChannel: 'email',
      followupMode: 'same_ticket',
      queueName: 'Billing follow-ups',
      assignee: 'you',
      solved: false,
    } as const;
    expect(describeEnd(outlook)).toBe(
      'Becomes email work in Billing follow-ups and stays with you.',
    );
    expect(describeEnd({ ...outlook, followupMode: 'linked_ticket' })).toBe(
      'Opens a linked follow-up ticket, which becomes email work and stays with you.',
    );
    expect(describeEnd({ ...outlook, routingChannel: 'messaging' })).toMatch(/leaves every queue/);
    expect(describeEnd({ ...outlook, solved: true })).toMatch(/no work is left/);
  });

  it('tell the customer what happens next, and never promise mail without an address', () => {
    const facts = {
      reason: 'agent',
      routingChannel: 'email',
      email: 'kim@example.test',
      solved: false,
    } as const;
    expect(nextStepFor(facts)).toBe(
      'What is left goes on by email: we will write to kim@example.test.',
    );
    expect(nextStepFor({ ...facts, email: null })).not.toMatch(/will write/);
    expect(nextStepFor({ ...facts, solved: true })).not.toMatch(/will write/);
    expect(nextStepFor({ ...facts, routingChannel: 'messaging' })).not.toMatch(/will write/);
  });
});

describe('how the rest goes on', () => {
  const facts = {
    wish: null,
    queue: 'linked_ticket',
    routingChannel: 'email',
    status: 'open',
  } as const;
  it.each([
    ['as the queue says', {}, 'linked_ticket'],
    [
      'in the same ticket where it is not treated as email',
      { routingChannel: 'messaging' },
      'same_ticket',
    ],
    ['as a rule says, against the queue', { wish: 'same_ticket' }, 'same_ticket'],
    [
      'as a rule says, without email',
      { wish: 'linked_ticket', routingChannel: 'messaging' },
      'linked_ticket',
    ],
    [
      'in the same ticket when it is solved',
      { status: 'solved', wish: 'linked_ticket' },
      'same_ticket',
    ],
    ['in the same ticket when it is closed', { status: 'closed' }, 'same_ticket'],
  ] as const)('%s', (_name, changes, expected) => {
    expect(followupModeAfterEnd({ ...facts, ...changes })).toBe(expected);
  });
});

describe('the way back', () => {
  const endedAt = new Date('2026-03-02T10:00:00Z');
  const soon = new Date('2026-03-02T10:30:00Z');
  const late = new Date('2026-03-02T11:00:00.001Z');
  const facts = { endedAt, ticketStatus: 'open', hasFollowup: false, reachable: true } as const;
  it.each([
    ['new_ticket', {}, soon, 'new'],
    ['same_within_grace', {}, soon, 'same'],
    ['same_within_grace', {}, late, 'new'],
    ['same_within_grace', { hasFollowup: true }, soon, 'followup'],
    ['same_within_grace', { reachable: false }, soon, 'new'],
    ['same_within_grace', { ticketStatus: null }, soon, 'new'],
    ['same_within_grace', { ticketStatus: 'closed' }, soon, 'new'],
    ['follow_up', {}, late, 'same'],
    ['follow_up', { hasFollowup: true }, late, 'followup'],
    ['follow_up', { hasFollowup: true, ticketStatus: 'closed' }, late, 'followup'],
    ['follow_up', { ticketStatus: 'closed' }, late, 'new'],
    ['follow_up', { reachable: false, hasFollowup: true }, late, 'new'],
  ] as const)('%s with %o at %s is %s', (afterEnd, changes, now, expected) => {
    const policy = { afterEnd, graceMinutes: 60 };
    expect(returnPathOf({ ...facts, ...changes }, policy, now)).toBe(expected);
  });
});
