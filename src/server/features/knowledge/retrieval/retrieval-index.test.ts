import { beforeAll, describe, expect, it } from 'vitest';
import { createRetrievalIndex, restoreIndex, type RetrievalIndex } from './retrieval-index.ts';
import type { KnowledgeArticle } from './retrieval.types.ts';
import { readWordVectors, type WordVectors } from './words/word-vectors.ts';

const articles: KnowledgeArticle[] = [
  {
    id: 'returns',
    title: 'Sending something back',
    text: 'You can return unused goods within 30 days.\n\n## How to return\n\nTo send a parcel back:\n\n1. Open your orders.\n2. Choose Return.\n3. Print the label.\n\nRefunds take five days.',
  },
  {
    id: 'grinder',
    title: 'Cleaning the grinder',
    text: 'Unplug the grinder first. Brush the burrs once a month.',
  },
  {
    id: 'invoice',
    title: 'Invoices',
    text: 'Invoices are in your account under Billing. We mail no paper.',
  },
  {
    id: 'rechnung',
    title: 'Rechnungen',
    text: 'Rechnungen liegen im Konto. Wir verschicken kein Papier.',
    language: 'de',
  },
];

let vectors: WordVectors;
let index: RetrievalIndex;

beforeAll(() => {
  vectors = readWordVectors();
  index = filled();
});

function filled(): RetrievalIndex {
  const fresh = createRetrievalIndex({ vectors });
  for (const article of articles) fresh.put(article);
  return fresh;
}

const best = (of: RetrievalIndex, text: string, language?: string) =>
  of.query({ text, ...(language !== undefined && { language }) }).ranked[0]?.articleId;

describe('query', () => {
  it.each([
    ['How often should I brush the burrs?', 'grinder'],
    ['where are my invoices', 'invoice'],
    ['Can I return a parcel?', 'returns'],
    ['how do I clean my grindr', 'grinder'],
  ])('finds the article for "%s"', (text, id) => {
    expect(best(index, text)).toBe(id);
  });

  it('stems in the language of the question', () => {
    expect(best(index, 'Wo liegt meine Rechnung?', 'de')).toBe('rechnung');
  });

  it('finds a near word where no word is the same', () => {
    expect(best(index, 'washing mills')).toBe('grinder');
  });

  it('leads through synonyms that an admin listed', () => {
    const own = filled();
    own.setSynonyms([['rma', 'return parcel']]);
    expect(best(own, 'rma')).toBe('returns');
  });

  it('is surer of what it holds than of what it does not', () => {
    const held = index.query({ text: 'How often should I brush the burrs of the grinder?' });
    const not = index.query({ text: 'Which airport is nearest to the volcano?' });
    expect(held.confidence).toBeGreaterThan(not.confidence);
    expect(not.decision).toBe('hand_over');
  });

  it('quotes only what stands in the article, and lists whole', () => {
    const { citations } = index.query({
      text: 'How do I send a parcel back? Where do I print the label?',
    });
    for (const { articleId, start, end, quote } of citations) {
      const text = articles.find(({ id }) => id === articleId)?.text ?? '';
      expect(text.slice(start, end)).toBe(quote);
    }
    expect(citations.map(({ quote }) => quote).join('\n')).toContain(
      '1. Open your orders.\n2. Choose Return.\n3. Print the label.',
    );
  });

  it('hands over with nothing to look in', () => {
    const empty = createRetrievalIndex({ vectors });
    expect(empty.query({ text: 'anything' })).toMatchObject({ ranked: [], decision: 'hand_over' });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t'],
    ['null bytes', '\0\0\0'],
    ['names of object members', '__proto__ constructor toString hasOwnProperty'],
    ['emoji', '🙂🙃 👩‍👩‍👧‍👦'],
    ['right to left', 'איפה החשבונית שלי?'],
    ['a lone surrogate', 'x \ud800 y'],
    ['100 kB in one word', 'a'.repeat(100_000)],
    ['100 kB of words', 'where is my invoice '.repeat(5000)],
  ])('takes %s', (_, text) => {
    const { confidence } = index.query({ text });
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('works by words alone without vectors', () => {
    const plain = createRetrievalIndex({ vectors: null });
    for (const article of articles) plain.put(article);
    expect(best(plain, 'brush the burrs')).toBe('grinder');
  });
});

describe('put and remove', () => {
  it('finds new text and no longer the old one', () => {
    const own = filled();
    own.put({ id: 'grinder', title: 'Cleaning', text: 'Use a vacuum cleaner.' });
    expect(own.articleCount).toBe(4);
    expect(best(own, 'vacuum cleaner')).toBe('grinder');
    expect(own.query({ text: 'burrs' }).ranked.map(({ articleId }) => articleId)).not.toContain(
      'burrs',
    );
    expect(own.remove('grinder')).toBe(true);
    expect(own.remove('grinder')).toBe(false);
    expect(best(own, 'vacuum cleaner')).not.toBe('grinder');
  });

  it('answers the same after thousands of changes as when made anew', () => {
    const own = filled();
    for (let round = 0; round < 1500; round += 1)
      own.put({ id: 'news', title: 'News', text: `Today is day ${round}.` });
    own.remove('news');
    const question = { text: 'Where can I find invoices?' };
    const ids = (of: RetrievalIndex) => of.query(question).ranked.map(({ articleId }) => articleId);
    expect(ids(own)).toEqual(ids(index));
  });

  it('is as sure of an answer after every article was changed again and again', () => {
    const own = filled();
    for (let round = 0; round < 20; round += 1) for (const article of articles) own.put(article);
    for (const text of ['Where can I find invoices?', 'How long do refunds take?']) {
      const [now, anew] = [own.query({ text }), index.query({ text })];
      expect(now.confidence).toBeCloseTo(anew.confidence, 6);
      expect(now.ranked.map(({ score }) => score.toFixed(6))).toEqual(
        anew.ranked.map(({ score }) => score.toFixed(6)),
      );
    }
  });

  it('comes back from being put away', () => {
    const back = restoreIndex(index.serialise(), { vectors });
    const question = { text: 'How long do refunds take?' };
    expect(back.query(question)).toEqual(index.query(question));
  });

  it('takes hostile articles', () => {
    const own = filled();
    own.put({
      id: '__proto__',
      title: '__proto__',
      text: 'constructor toString __proto__ \0 \ud800',
    });
    own.put({ id: 'long', title: 'x'.repeat(100_000), text: 'y'.repeat(100_000) });
    own.put({ id: 'blank', title: '', text: '' });
    expect(best(own, '__proto__ constructor')).toBe('__proto__');
    expect(best(own, 'brush the burrs')).toBe('grinder');
  });
});

describe('how sure it is in a small knowledge base', () => {
  const sure = (text: string): number => index.query({ text }).confidence;

  it.each([
    ['Can I return a parcel?', 'Can I visit the parcel museum?'],
    ['Can I clean the grinder?', 'Are you hiring grinder mechanics?'],
    ['Where is my invoice?', 'Is the account free of charge for students?'],
  ])('is surer of "%s" than of "%s", most of which nobody wrote of', (held, unheard) => {
    expect(sure(unheard)).toBeLessThan(sure(held) - 0.2);
  });

  it.each(['Can I return a parcel?', 'brush the burrs', 'Which airport is nearest?'])(
    'counts how far the best article leads where the next is worse than nothing: %s',
    (text) => {
      const own = createRetrievalIndex({ vectors });
      for (const article of articles.slice(0, 2)) own.put(article);
      const { chance = 0, score_lead: lead } = own.query({ text }).signals;
      expect(lead).toBeCloseTo(Math.log(chance / (1 - chance)), 4);
    },
  );
});
