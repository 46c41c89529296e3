import { describe, expect, it } from 'vitest';
import { chanceStillWithin, chanceWithin, normalCdf } from './lognormal.rules.ts';

describe('normalCdf', () => {
  it.each([
    [0, 0.5],
    [1.96, 0.975],
    [-1, 0.1587],
    [8, 1],
  ])('of %d is %d', (z, expected) => {
    expect(normalCdf(z)).toBeCloseTo(expected, 3);
  });
});

describe('chanceWithin', () => {
  it('is a half at the median, which lies below the mean', () => {
    expect(chanceWithin(10 * Math.exp(-0.81 / 2), 10, 0.9)).toBeCloseTo(0.5, 6);
    expect(chanceWithin(10, 10, 0.9)).toBeGreaterThan(0.6);
  });

  it('is nought without time', () => {
    expect(chanceWithin(0, 10, 0.9)).toBe(0);
    expect(chanceWithin(-5, 10, 0.9)).toBe(0);
  });
});

describe('chanceStillWithin', () => {
  it('is the plain chance at the beginning', () => {
    const lasting = { elapsed: 0, mean: 10, sigma: 0.9 };
    expect(chanceStillWithin(8, lasting)).toBeCloseTo(chanceWithin(8, 10, 0.9), 6);
  });

  it('falls for work that has lasted long: the tail is heavy', () => {
    const after = (elapsed: number) => chanceStillWithin(5, { elapsed, mean: 10, sigma: 0.9 });
    expect(after(40)).toBeLessThan(after(10));
  });

  it('stays between nought and one where nearly all work has ended', () => {
    const chance = chanceStillWithin(5, { elapsed: 1e6, mean: 10, sigma: 0.9 });
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThanOrEqual(1);
  });
});
