import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './line-diff.rules.ts';

test('what was taken out and put in is marked', () => {
  expect(linesOf('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'gone', text: 'b' },
    { kind: 'come', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'come', text: 'd' },
  ]);
});

test('both texts can be read off again', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (one, two) => {
      const before = one.join('\n');
      const after = two.join('\n');
      const lines = linesOf(before, after);
      const without = (kind: 'gone' | 'come') =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n');
      expect(without('come')).toBe(before);
      expect(without('gone')).toBe(after);
    }),
  );
});
