import { expect, test } from 'vitest';
import { createTally, median } from './tally.ts';

test.each([
  [[], null],
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 2, 3], 2.5],
])('the median of %j is %s', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('the summary names every count, also those of nothing', () => {
  const tally = createTally();
  expect(tally.summary()).toMatch(/nobody was answered/);
  tally.count('opened');
  tally.count('opened');
  tally.answered(2);
  expect(tally.summary()).toMatch(/chats opened +2\n/);
  expect(tally.summary()).toMatch(/chats ended +0\n/);
  expect(tally.summary()).toMatch(/median time to answer +2\.0 s/);
});
