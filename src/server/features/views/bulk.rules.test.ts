import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSince, difference, tagsWith, type Snapshot } from './bulk.rules.ts';

const ticket: Snapshot = {
  status: 'open',
  priority: 'normal',
  category: null,
  groupId: null,
  tags: ['vip'],
  agentId: null,
  pinnedQueueId: null,
  begun: false,
};

const snapshots = fc.record<Snapshot>({
  status: fc.constantFrom('new', 'open', 'solved'),
  priority: fc.constantFrom('low', 'urgent'),
  category: fc.option(fc.constantFrom('Billing', 'Shipping')),
  groupId: fc.option(fc.constantFrom('a', 'b')),
  tags: fc.subarray(['a', 'b', 'c']),
  agentId: fc.option(fc.constantFrom('x', 'y')),
  pinnedQueueId: fc.option(fc.constantFrom('q', 'r')),
  begun: fc.constant(false),
});

describe('what a bulk replaced', () => {
  it('is only what differs', () => {
    expect(difference(ticket, ticket)).toBeNull();
    expect(difference(ticket, { ...ticket, status: 'solved', tags: ['late', 'vip'] })).toEqual({
      before: { status: 'open', tags: ['vip'] },
      after: { status: 'solved', tags: ['late', 'vip'] },
    });
  });

  it('put back gives what was there before', () => {
    fc.assert(
      fc.property(snapshots, snapshots, (before, after) => {
        const replaced = difference(before, after);
        expect({ ...after, ...replaced?.before }).toEqual(before);
        expect(changedSince(replaced?.after ?? {}, after)).toEqual([]);
      }),
    );
  });

  it('is not put back where somebody changed the same field', () => {
    const after: Snapshot = { ...ticket, status: 'solved' };
    const replaced = difference(ticket, after);
    expect(changedSince(replaced?.after ?? {}, { ...after, status: 'open' })).toEqual(['status']);
    expect(changedSince(replaced?.after ?? {}, { ...after, priority: 'low' })).toEqual([]);
  });

  it('is put back although the router gave it to somebody, unless they have begun', () => {
    const back = { agentId: null, pinnedQueueId: 'q' };
    const given: Snapshot = { ...ticket, pinnedQueueId: 'q', agentId: 'x' };
    expect(changedSince(back, given)).toEqual([]);
    expect(changedSince(back, { ...given, begun: true })).toEqual(['agentId']);
    expect(changedSince({ agentId: 'y' }, given)).toEqual(['agentId']);
  });

  it('adds and takes tags once', () => {
    expect(tagsWith(['b', 'a'], { add: ['a', 'c'] })).toEqual(['a', 'b', 'c']);
    expect(tagsWith(['b', 'a'], { remove: ['b', 'x'] })).toEqual(['a']);
  });
});
