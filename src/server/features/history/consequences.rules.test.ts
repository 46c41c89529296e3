import { describe, expect, it } from 'vitest';
import { doerOf } from './consequences.rules.ts';

const customer = { kind: 'customer' as const, id: 'c' };
const agent = { kind: 'agent' as const, id: 'a' };
const system = { kind: 'system' as const, id: null };

describe('who did it', () => {
  it.each([
    ['work.queued', customer, system, customer],
    ['work.reclassified', agent, system, agent],
    ['offer.withdrawn', agent, system, agent],
    ['work.queued', system, system, null],
    ['work.taken', agent, agent, null],
    ['ticket.status', agent, agent, null],
  ])('of %s', (type, actor, doer, cause) => expect(doerOf(type, actor)).toEqual({ doer, cause }));
});
