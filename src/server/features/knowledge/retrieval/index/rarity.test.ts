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
  const guesses = (asked: string): string[] => {
    const collection = collectionOf('Your order is not here yet. Vinegar harms the seals.');
    return queryTermsOf(asked, collection, { language: 'en' }).extra.map(({ stem }) => stem);
  };

  it('are guessed at where English has no such word', () => {
    expect(guesses('vinegarr')).toEqual(['vinegar']);
  });

  it('are left alone where it has: "hire" is not "here", "sell" is not "seal"', () => {
    expect(guesses('Are you hiring? Do you sell tea?')).toEqual([]);
  });
});
