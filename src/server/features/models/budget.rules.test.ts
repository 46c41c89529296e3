import { expect, test } from 'vitest';
import { costMicros, dayOf, fitsBudget } from './budget.rules.ts';

test.each([
  [{ priceIn: 3, priceOut: 15 }, { tokensIn: 1_000_000, tokensOut: 0 }, 3_000_000],
  [{ priceIn: 3, priceOut: 15 }, { tokensIn: 100, tokensOut: 10 }, 450],
  [{ priceIn: 0.02, priceOut: 0 }, { tokensIn: 1, tokensOut: 0 }, 1],
  [{ priceIn: 0, priceOut: 0 }, { tokensIn: 9_999, tokensOut: 9_999 }, 0],
])('%j for %j cost %i millionths', (prices, use, cost) => {
  expect(costMicros(prices, use)).toBe(cost);
});

test.each([
  [null, null, true],
  [100, null, true],
  [99, null, false],
  [null, 50, true],
  [null, 49, false],
  [1_000, 49, false],
])(
  '60 tokens more after 40, 30 millionths more after 20, within %s and %s: %s',
  (tokens, costs, fits) => {
    const budget = { tokens, costMicros: costs };
    expect(fitsBudget(budget, { tokens: 40, costMicros: 20 }, { tokens: 60, costMicros: 30 })).toBe(
      fits,
    );
  },
);

test('a day begins at midnight UTC', () => {
  expect(dayOf(new Date('2026-03-02T23:59:59.999Z'))).toEqual(new Date('2026-03-02T00:00:00Z'));
});
