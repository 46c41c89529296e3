import { expect, it } from 'vitest';
import { createVisitorLimits } from './visitor-limits.ts';

it('counts a visitor over all their sockets, and forgets who is silent', () => {
  let now = 0;
  const limits = createVisitorLimits({ now: () => new Date(now) });
  const sent = Array.from({ length: 30 }, () => limits.take('one', true));
  expect(sent.filter(Boolean)).toHaveLength(20);
  expect(limits.take('two', true)).toBe(true);
  now = 10_000;
  expect(limits.take('one', true)).toBe(true);
  now = 60_000;
  expect(limits.take('three', false)).toBe(true);
  expect(limits.size()).toBe(1);
});
