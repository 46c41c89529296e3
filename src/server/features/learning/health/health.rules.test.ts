import { expect, it } from 'vitest';
import { dueOf, harmfulOf, unusedOf } from './health.rules.ts';

it('blames articles that fail more often than chance, the surest first', () => {
  const rows = [
    { id: 'once', good: 0, bad: 1 },
    { id: 'rarely', good: 200, bad: 3 },
    { id: 'often', good: 5, bad: 5 },
    { id: 'always', good: 0, bad: 30 },
    { id: 'never', good: 9, bad: 0 },
  ];
  expect(harmfulOf(rows).map(({ id }) => id)).toEqual(['always', 'often']);
});

it('calls for a review on its day', () => {
  const rows = [{ review_on: '2026-03-01' }, { review_on: '2026-03-02' }, { review_on: null }];
  expect(dueOf(rows, '2026-03-01')).toEqual([rows[0]]);
});

it('finds what nothing uses, once anything is used', () => {
  const since = new Date('2026-03-01');
  const [before, after] = [new Date('2026-01-01'), new Date('2026-03-05')];
  const idle = { id: 'idle', updated_at: before, last_used_at: null };
  const old = { id: 'old', updated_at: before, last_used_at: before };
  const used = { id: 'used', updated_at: before, last_used_at: after };
  const fresh = { id: 'fresh', updated_at: after, last_used_at: null };
  expect(unusedOf([idle, old, used, fresh], since)).toEqual([idle, old]);
  expect(unusedOf([idle, fresh], since)).toEqual([]);
});
