import { describe, expect, it } from 'vitest';
import { createRetrievalIndex } from './retrieval-index.ts';
import { createVectorShelf, standOut, type VectorShelf } from './vector-shelf.ts';

const unit = (...values: number[]) => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};

describe('a shelf of vectors', () => {
  const nearness = (shelf: VectorShelf, asked: Float32Array) =>
    (shelf.nearness(asked)?.nearest(9) ?? []).map(
      ({ articleId, value }) => `${articleId} ${value.toFixed(2)}`,
    );

  it('says how near the nearest passage of each article is', () => {
    const shelf = createVectorShelf();
    shelf.put('a', [unit(1, 0), unit(0, 1)]);
    shelf.put('b', [unit(1, 1)]);
    shelf.put('c', [unit(-1, 0)]);
    expect(nearness(shelf, unit(0, 1))).toEqual(['a 1.00', 'b 0.71', 'c 0.00']);
    shelf.put('a', []);
    expect(nearness(shelf, unit(1, 0))).toEqual(['b 0.71', 'c -1.00']);
  });

  it('names the nearest, and forgets what an article had before', () => {
    const shelf = createVectorShelf();
    shelf.put('a', [unit(1, 0), unit(0, 1)]);
    shelf.put('b', [unit(1, 1)]);
    shelf.put('a', [unit(-1, 0)]);
    shelf.put('c', [unit(0, 1)]);
    const near = shelf.nearness(unit(0, 1));
    expect(near?.nearest(2).map(({ articleId }) => articleId)).toEqual(['c', 'b']);
    expect(near?.of('a')).toBeCloseTo(0, 2);
    expect(near?.of('nobody')).toBeUndefined();
  });

  it('leaves vectors of another model alone', () => {
    const shelf = createVectorShelf();
    shelf.put('a', [unit(1, 0, 0)]);
    expect(nearness(shelf, unit(1, 0))).toEqual([]);
  });

  it('gives back the room of an embedder once another one has taken its place', () => {
    const shelf = createVectorShelf();
    const ids = Array.from({ length: 40 }, (_, i) => `article ${i}`);
    const vectorsOf = (length: number) =>
      Array.from({ length: 50 }, (_, i) => unit(...Array.from({ length }, (_, j) => 1 + i + j)));
    for (const id of ids) shelf.put(id, vectorsOf(256));
    const before = shelf.sizeBytes;
    expect(before).toBeGreaterThanOrEqual(40 * 50 * 256);
    for (const id of ids.slice(1)) shelf.put(id, vectorsOf(64));
    expect(shelf.sizeBytes).toBeGreaterThan(before);
    shelf.put(ids[0] as string, vectorsOf(64));
    expect(shelf.sizeBytes).toBe(before / 4);
    expect(shelf.nearness(unit(...Array.from({ length: 256 }, () => 1)))).toBeNull();
    for (const id of ids) shelf.put(id, []);
    expect(shelf.sizeBytes).toBe(0);
    shelf.put('a', [unit(1, 0)]);
    expect(nearness(shelf, unit(1, 0))).toEqual(['a 1.00']);
  });

  it('measures how far articles stand out among those that are known', () => {
    const values = new Map([
      ['a', 0.9],
      ['b', 0.1],
    ]);
    const known = { of: (id: string) => values.get(id), nearest: () => [] };
    expect(standOut(['a', 'b', 'c'], known)).toEqual([1, -1, 0]);
    expect(standOut(['c'], known)).toEqual([0]);
    expect(standOut([], known)).toEqual([]);
  });
});

describe('an index with vectors', () => {
  const articles = [
    { id: 'refund', title: 'Money back', text: 'You get your money back within five days.' },
    { id: 'steam', title: 'Steam nozzle', text: 'Clean the steam nozzle with vinegar.' },
    { id: 'paint', title: 'Paint', text: 'Lamps come in red and blue.' },
  ];
  const meanings = { refund: unit(1, 0, 0), steam: unit(0, 1, 0), paint: unit(0, 0, 1) };
  const index = (withVectors: boolean) => {
    const made = createRetrievalIndex();
    for (const article of articles) {
      const vectors = [meanings[article.id as keyof typeof meanings]];
      made.put(withVectors ? { ...article, vectors } : article);
    }
    return made;
  };
  const first = (made: ReturnType<typeof index>, text: string, vector?: Float32Array) =>
    made.query({ text, ...(vector && { vector }) }).ranked[0]?.articleId;

  it('finds by meaning what shares no word', () => {
    expect(first(index(true), 'blorp zwick', unit(0.1, 1, 0))).toBe('steam');
    expect(first(index(true), 'blorp zwick', unit(1, 0.1, 0))).toBe('refund');
  });

  it('lets words count as much', () => {
    const { ranked } = index(true).query({ text: 'steam nozzle vinegar', vector: unit(0, 1, 0.2) });
    expect(ranked[0]?.articleId).toBe('steam');
    expect(ranked.map(({ score }) => score)).toEqual(
      ranked.map(({ score }) => score).toSorted((one, other) => other - one),
    );
  });

  it('is the same without vectors, with either missing', () => {
    const asked = 'How do I clean the nozzle?';
    const plain = index(false).query({ text: asked });
    expect(index(true).query({ text: asked })).toEqual(plain);
    expect(index(false).query({ text: asked, vector: unit(1, 0, 0) })).toEqual(plain);
  });
});
