import { beforeAll, describe, expect, it } from 'vitest';
import { readWordVectors, type WordVectors } from '../words/word-vectors.ts';
import { createCollection, type Collection } from './collection.ts';
import { queryTermsOf } from './query-terms.ts';
import { rarityOf } from './rarity.ts';

let vectors: WordVectors;

beforeAll(() => {
  vectors = readWordVectors();
});

function collectionOf(...texts: string[]): Collection {
  const collection = createCollection(vectors);
  texts.forEach((text, i) => collection.put({ id: `${i}`, title: '', text }));
  return collection;
}

describe('rarityOf', () => {
  const rarity = (word: string, count: number, units: number, language = 'en'): number => {
    const { dictionary } = createCollection(vectors);
    return rarityOf(dictionary.add(word, language), { count, units, length: 100 }, dictionary);
  };

  it('tells ordinary words from rare ones where few articles cannot', () => {
    expect(rarity('time', 1, 12)).toBeLessThan(0.9 * rarity('parcel', 1, 12));
  });

  it('goes by the articles where there are thousands', () => {
    expect(rarity('time', 50, 5000)).toBeGreaterThan(0.98 * rarity('parcel', 50, 5000));
  });

  it('goes by the articles alone for a word of another language', () => {
    expect(rarity('paket', 9, 12, 'de')).toBeLessThan(rarity('parcel', 9, 12) / 2);
  });

  it('is positive for a word of every article', () => {
    expect(rarity('the', 12, 12)).toBeGreaterThan(0);
    expect(rarity('und', 12, 12, 'de')).toBeGreaterThan(0);
  });
});

describe('words that no article holds', () => {
  const read = (asked: string, text = 'Your order is not here yet. Vinegar harms the seals.') => {
    const { content, extra } = queryTermsOf(asked, collectionOf(text), { language: 'en' });
    return [content, extra].map((terms) => terms.map(({ stem }) => stem));
  };

  it.each(['vinegarr', 'vinegr', 'vniegar', 'vinagar'])(
    'are slips where English has no such word and one is a letter away: %s',
    (slip) => expect(read(slip)).toEqual([['vinegar'], []]),
  );

  it('are guessed at where it may be one of two, or is two letters away', () => {
    const text = 'A vinegaro and a vinegara.';
    expect(read('vinegarx', text)).toEqual([['?vinegarx'], ['vinegaro', 'vinegara']]);
    expect(read('vinegarrr')).toEqual([['?vinegarrr'], ['vinegar']]);
  });

  it('are guessed at in a name', () => {
    expect(read('my Vinegarr')).toEqual([['?vinegarr'], ['vinegar']]);
  });

  it('are left alone where it has: "hire" is not "here", "sell" is not "seal"', () => {
    expect(read('Are you hiring? Do you sell tea?')[1]).toEqual([]);
  });
});
