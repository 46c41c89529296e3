import { describe, expect, it } from 'vitest';
import { queryKeys } from '../query-keys.ts';
import { isLongList, isOfEverybody, staleKeysOf } from './live-updates.rules.ts';

describe('staleKeysOf', () => {
  it('refreshes lists, counts and the conversation when a message arrives', () => {
    expect(staleKeysOf({ event: 'message.created', ticketId: 't1' })).toEqual([
      queryKeys.ticketLists,
      queryKeys.views,
      queryKeys.timeline('t1'),
      queryKeys.ticket('t1'),
    ]);
  });

  it('leaves lists alone when only a seen mark or a mail state changed', () => {
    expect(staleKeysOf({ event: 'message.changed', ticketId: 't1' })).toEqual([
      queryKeys.timeline('t1'),
    ]);
  });

  it('refreshes offers without a ticket at hand', () => {
    expect(staleKeysOf({ event: 'offer.changed', ticketId: null })).toContainEqual(
      queryKeys.offers,
    );
  });
});

describe('isOfEverybody', () => {
  it('knows the lists and their counts from what is about one ticket', () => {
    const keys = staleKeysOf({ event: 'message.created', ticketId: 't1' });
    expect(keys.map(isOfEverybody)).toEqual([true, true, false, false]);
  });

  it('holds for what a burst makes old, but for the tickets themselves', () => {
    const keys = staleKeysOf({ event: 'tickets.changed', ticketId: null });
    expect(keys).toEqual([queryKeys.ticketLists, queryKeys.views, queryKeys.everyTicket]);
    expect(keys.map(isOfEverybody)).toEqual([true, true, false]);
  });
});

describe('isLongList', () => {
  it('knows lists of many pages from everything else', () => {
    const of = (data: unknown) => isLongList({ state: { data } });
    expect(of({ pages: [1, 2, 3, 4, 5] })).toBe(true);
    expect(of({ pages: [1] })).toBe(false);
    expect(of({ items: [] })).toBe(false);
    expect(of(undefined)).toBe(false);
  });
});
