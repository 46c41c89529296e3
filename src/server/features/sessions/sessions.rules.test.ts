import { describe, expect, it } from 'vitest';
import { workspaceSettingsSchema } from '../../../contracts/workspaces.ts';
import {
  acceptsMessage,
  describeEnd,
  mayEnd,
  nextStepFor,
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
