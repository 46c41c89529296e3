import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heapOf } from './heap.rules.ts';

it('gives values back in order, whatever was pushed between', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (first, later) => {
      const heap = heapOf(first, (left, right) => left > right);
      for (const value of later) heap.push(value);
      const popped = Array.from({ length: heap.size() }, () => heap.pop());
      expect(popped).toEqual([...first, ...later].toSorted((left, right) => right - left));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
