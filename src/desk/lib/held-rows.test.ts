import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdRows } from './held-rows.ts';

type Row = { key: string; text: string };
const keyOf = ({ key }: Row) => key;
const rowsOf = (keys: string, text = '') => [...keys].map((key) => ({ key, text }));
const keysOf = (rows: readonly Row[]) => rows.map(keyOf).join('');

describe('rows held under the pointer', () => {
  it.each([
    ['abc', 'xabc', 'abc', 1],
    ['abc', 'abcx', 'abcx', 0],
    ['abc', 'xabyc', 'abc', 2],
    ['abc', 'bc', 'abc', 0],
    ['abc', 'cab', 'abc', 0],
    ['', 'xy', 'xy', 0],
    ['abc', 'xyz', 'abc', 3],
  ])('%s then %s shows %s with %d waiting', (shown, fresh, rows, waiting) => {
    const held = holdRows(rowsOf(shown), rowsOf(fresh), keyOf);
    expect(keysOf(held.rows)).toBe(rows);
    expect(held.waiting).toBe(waiting);
  });

  it('takes the new content in place', () => {
    expect(holdRows(rowsOf('ab', 'old'), rowsOf('ba', 'new'), keyOf).rows).toEqual(
      rowsOf('ab', 'new'),
    );
  });

  it('never moves a row that is on screen and accounts for every new one', () => {
    const keys = fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 12 })
      .map((list) => list.map((key) => ({ key, text: '' })));
    fc.assert(
      fc.property(keys, keys, (shown, fresh) => {
        const { rows, waiting } = holdRows(shown, fresh, keyOf);
        expect(rows.slice(0, shown.length).map(keyOf)).toEqual(shown.map(keyOf));
        const unseen = fresh.filter(({ key }) => !shown.some((row) => row.key === key)).length;
        expect(rows.length - shown.length + waiting).toBe(unseen);
      }),
    );
  });
});
