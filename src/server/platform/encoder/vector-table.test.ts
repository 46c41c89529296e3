import { describe, expect, it } from 'vitest';
import { createVectorTable } from './vector-table.ts';

const vector = (length: number, seed: number) =>
  Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (seed + 1) * 12.9898));

function cosine(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
  return product / (Math.hypot(...one) * Math.hypot(...other));
}

describe('a table of vectors', () => {
  it.each([
    [3, 1],
    [20, 5],
    [512, 1_030],
    [3_072, 2],
  ])('of %i numbers says how near each of %i is', (length, count) => {
    const table = createVectorTable(length);
    const vectors = Array.from({ length: count }, (_, i) => vector(length, i));
    vectors.forEach((one, row) => table.set(row, one));
    const asked = vector(length, 7_000);
    const cosines = table.cosines(asked);
    const mistakes = vectors.map((one, row) => Math.abs((cosines[row] ?? 2) - cosine(asked, one)));
    expect(Math.max(...mistakes)).toBeLessThan(0.01);
  });

  it('puts one vector in the place of another, and nothing in the place of one', () => {
    const table = createVectorTable(16);
    table.set(0, vector(16, 1));
    table.set(3_000, vector(16, 2));
    table.set(0, vector(16, 3));
    expect(table.cosines(vector(16, 3))[0]).toBeCloseTo(1, 2);
    expect(table.cosines(vector(16, 2))[3_000]).toBeCloseTo(1, 2);
    table.set(3_000, null);
    expect(table.cosines(vector(16, 2))[3_000]).toBe(0);
  });

  it('has nothing to compare while it is empty, and takes vectors of nothing', () => {
    const table = createVectorTable(16);
    expect(table.cosines(vector(16, 1))).toHaveLength(0);
    table.set(0, new Float32Array(16));
    expect(table.cosines(vector(16, 1))[0]).toBe(0);
    expect(table.cosines(new Float32Array(16))[0]).toBe(0);
  });
});
