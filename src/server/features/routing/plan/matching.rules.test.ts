import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchRows } from './matching.rules.ts';

const match = (costs: readonly (readonly number[])[]) =>
  matchRows((row, column) => costs[row]?.[column] ?? 0, {
    rows: costs.length,
    columns: costs[0]?.length ?? 0,
  });
const sumOf = (costs: readonly (readonly number[])[], columns: readonly number[]) =>
  columns.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? 0), 0);

it('gives way where that is cheaper for all', () => {
  expect(
    match([
      [1, 2],
      [1, 9],
    ]),
  ).toEqual([1, 0]);
});

it('uses every column at most once', () => {
  const columns = match([
    [1, 1, 1],
    [1, 1, 1],
  ]);
  expect(new Set(columns).size).toBe(2);
});

it('finds what trying every order finds', () => {
  const size = fc.record({
    rows: fc.integer({ min: 1, max: 4 }),
    more: fc.integer({ min: 0, max: 2 }),
  });
  const table = size.chain(({ rows, more }) =>
    fc.array(
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows + more, maxLength: rows + more }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );
  fc.assert(
    fc.property(table, (costs) => {
      expect(sumOf(costs, match(costs))).toBe(cheapest(costs, new Set()));
    }),
  );
});

function cheapest(costs: readonly (readonly number[])[], taken: ReadonlySet<number>): number {
  const [row, ...rest] = costs;
  if (!row) return 0;
  return Math.min(
    ...row.flatMap((cost, column) =>
      taken.has(column) ? [] : [cost + cheapest(rest, new Set([...taken, column]))],
    ),
  );
}
