import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketFilterSchema } from '../../../contracts/views.ts';
import { readQuery } from './query.rules.ts';

describe('a typed search', () => {
  it('is words where it is nothing else', () => {
    expect(readQuery('refund  for "blue kettle"')).toMatchObject({
      text: 'refund for "blue kettle"',
      number: null,
      filter: {},
      hints: [],
    });
  });

  it.each([
    ['status:open', { status: ['open'] }],
    ['STATUS:On-Hold', { status: ['on_hold'] }],
    ['status:open status:pending', { status: ['open', 'pending'] }],
    ['priority:urgent channel:mail', { priority: ['urgent'], channel: ['email'] }],
    ['tag:VIP tag:"late parcel"', { tags: ['vip', 'late parcel'] }],
    ['is:waiting', { awaitingReply: true }],
    ['assignee:me', { assignee: ['me'] }],
    ['group:none', { group: ['none'] }],
    ['category:"Billing and invoices"', { category: ['Billing and invoices'] }],
  ])('%s is a filter', (typed, filter) => {
    expect(readQuery(typed)).toMatchObject({ text: '', filter });
  });

  it('takes filters out of the words', () => {
    const query = readQuery('parcel from:kim@ late #1042 queue:"Level 2"');
    expect(query.text).toBe('parcel late');
    expect(query.number).toBe(1042);
    expect(query.named).toEqual({ from: 'kim@', group: null, queue: 'Level 2', assignee: null });
  });

  it('says what it does not know', () => {
    expect(readQuery('is:green').hints[0]).toMatch(/“is:green” is not known/);
    expect(readQuery('is:__proto__').hints).toHaveLength(1);
    expect(readQuery('status:constructor').hints).toHaveLength(1);
  });

  it.each(['', '   ', 'status:', ':', 'https://example.test/a:b', '#', '#12a', 'a:b:c', '"'])(
    'takes %j as words or nothing',
    (typed) => expect(readQuery(typed)).toMatchObject({ number: null, filter: {}, hints: [] }),
  );

  it('never refuses, and every filter it makes is one a list takes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('status:', 'is:', 'tag:', 'from:', '"', '#', ':', '\0', '\u202e', '😀', '%_'),
      fc.constantFrom('open', 'mine', '__proto__', 'tag:x', 'is:live', 'tier:free', 'a b'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const query = readQuery(pieces.join(''));
        expect(query.text).not.toContain('\0');
        expect(query.text.isWellFormed()).toBe(true);
        expect(query.text.length).toBeLessThanOrEqual(500);
        const tags = query.filter.tags?.filter((tag) => tag !== '' && !tag.includes(','));
        const { tags: _, ...rest } = query.filter;
        expect(ticketFilterSchema.safeParse(rest).success).toBe(true);
        expect(tags === undefined || tags.length <= 30).toBe(true);
      }),
    );
  });
});
