import { describe, expect, it } from 'vitest';
import { createRetrievalIndex } from '../retrieval-index.ts';

const hotels = [
  ['ritz', 'Ritz'],
  ['lake', 'Grand Lake Hotel'],
  ['mill', 'Old Mill Hotel'],
  ['inn', 'Harbour Inn'],
  ['lodge', 'Harbour Inn Lodge'],
].map(([id = '', title = '']) => ({
  id,
  title,
  text: `## Rooms\n\nThe rooms have a view.\n\n## Parking\n\nParking is behind the house.`,
}));

function found(context: string[], text = 'Is there parking?'): string | undefined {
  const index = createRetrievalIndex({ vectors: null });
  for (const article of hotels) index.put(article);
  return index.query({ text, context }).ranked[0]?.articleId;
}

describe('what a talk is about', () => {
  it('is the article whose title was said last', () => {
    expect(found(['Tell me of the Grand Lake Hotel', 'And the Old Mill Hotel?'])).toBe('mill');
    expect(found(['Tell me of the Old Mill Hotel', 'And the Grand Lake Hotel?'])).toBe('lake');
  });

  it('is a title of one rare word as well as one of three', () => {
    expect(found(['I have the Ritz for you'])).toBe('ritz');
  });

  it('is the title that was said in full, not one that goes on', () => {
    expect(found(['How about the Harbour Inn?'])).toBe('inn');
    expect(found(['How about the Harbour Inn Lodge?'])).toBe('lodge');
  });

  it('is what the question itself names first of all', () => {
    expect(found(['How about the Harbour Inn?'], 'Is there parking at the Grand Lake Hotel?')).toBe(
      'lake',
    );
  });
});
