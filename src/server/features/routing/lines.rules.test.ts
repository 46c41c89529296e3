import { describe, expect, it } from 'vitest';
import { linesOf, untilUsedUp } from './lines.rules.ts';

const head = (id: string, line: number, beyond = false) => ({ id, line, beyond });
const give = (...ids: string[]) => ids.map((id) => ({ item: { id } }));
const idsOf = ({ sure }: { sure: readonly { item: { id: string } }[] }) =>
  sure.map(({ item }) => item.id);

/** Of line 1 more waits than its two that were read; line 2 is read to its end. */
const lines = linesOf([head('a', 1), head('b', 1), head('c', 1, true), head('x', 2), head('y', 2)]);

describe('untilUsedUp', () => {
  it('leaves what comes after the head of a longer line is given', () => {
    const decided = untilUsedUp(give('a', 'x', 'b', 'y'), lines);
    expect(idsOf(decided)).toEqual(['a', 'x', 'b']);
    expect(decided.usedUp).toBe(true);
  });

  it('says so when it was the last that was given', () => {
    expect(untilUsedUp(give('x', 'a', 'b'), lines)).toMatchObject({ usedUp: true });
  });

  it('keeps everything while something of each longer line is left', () => {
    const decided = untilUsedUp(give('x', 'a', 'y'), lines);
    expect(idsOf(decided)).toEqual(['x', 'a', 'y']);
    expect(decided.usedUp).toBe(false);
  });

  it('counts no work that was in hand', () => {
    expect(untilUsedUp(give('held', 'a'), lines)).toMatchObject({ usedUp: false });
  });
});
