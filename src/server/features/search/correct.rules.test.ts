import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceBetween, nearestWord } from './correct.rules.ts';

describe('a misspelt word', () => {
  it.each([
    ['refnud', 'refund'],
    ['parcle', 'parcel'],
    ['muler', 'muller'],
    ['invioce', 'invoice'],
  ])('%s means %s', (misspelt, meant) => {
    expect(nearestWord(misspelt, ['A refund for the parcel', 'Müller: invoice 7'])).toBe(meant);
  });

  it('means nothing when nothing is near', () => {
    expect(nearestWord('kettle', ['refund of an invoice'])).toBeNull();
    expect(nearestWord('abc', ['xyz'])).toBeNull();
  });

  it('is as far from another as that one from it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        expect(distanceBetween(left, right)).toBe(distanceBetween(right, left));
        expect(distanceBetween(left, left)).toBe(0);
      }),
    );
  });
});
