import { describe, expect, it } from 'vitest';
import { createRetrievalIndex } from '../retrieval-index.ts';
import { createCollection } from '../index/collection.ts';
import { queryTermsOf } from '../index/query-terms.ts';
import { readWordVectors } from '../words/word-vectors.ts';
import { SHIPPED_RANKING } from './ranking-model.ts';
import { titleCoverageOf } from './title-coverage.ts';

const vectors = readWordVectors();

function coverageOf(question: string, title: string): number {
  const collection = createCollection(vectors);
  collection.put({ id: 'one', title, text: 'Nothing of it here.' });
  const { content } = queryTermsOf(question, collection, { language: 'en' });
  const terms = collection.recordAt(0)?.titleTerms ?? new Uint32Array();
  return titleCoverageOf(content, collection)(terms);
}

describe('what a title says of a question', () => {
  it('is all of it where the words are the same, and nothing where none is alike', () => {
    expect(coverageOf('Are dogs allowed?', 'Are dogs allowed?')).toBeCloseTo(1);
    expect(coverageOf('Are dogs allowed?', 'Xyzzy plugh')).toBe(0);
  });

  it('counts like words in part', () => {
    const like = coverageOf('Are children welcome?', 'Are kids welcome?');
    expect(like).toBeGreaterThan(coverageOf('Are children welcome?', 'Are forks welcome?'));
    expect(like).toBeLessThan(1);
  });
});

describe('an FAQ', () => {
  const entries = [
    ['kids', 'Are kids welcome at this hotel?', 'Yes, we love them.'],
    ['pets', 'Are pets welcome at this hotel?', 'No, sorry.'],
    ['cars', 'Is there parking at this hotel?', 'In the yard. Bring your ticket to the desk.'],
    ['food', 'Is breakfast served at this hotel?', 'Yes, until ten. Children eat for free.'],
    ['pay', 'How can I pay my bill?', 'By card or in cash. Who brings a voucher shows it.'],
    ['late', 'When must I leave my room?', 'At eleven.'],
  ] as const;

  function bestFor(text: string, faqCovers: number): string | undefined {
    const index = createRetrievalIndex({
      vectors,
      ranking: { ...SHIPPED_RANKING, words: { ...SHIPPED_RANKING.words, faq_covers: faqCovers } },
    });
    for (const [id, title, body] of entries) index.put({ id, title, text: body });
    return index.query({ text }).ranked[0]?.articleId;
  }

  it.each([
    ['Is my dog allowed to come with me?', 'pets'],
    ['What do you give for dinner?', 'food'],
  ])('answers %s from the entry whose title asks it in like words', (text, id) => {
    expect(bestFor(text, SHIPPED_RANKING.words['faq_covers'] ?? 0)).toBe(id);
    expect(bestFor(text, 0)).not.toBe(id);
  });
});
