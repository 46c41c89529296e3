import { describe, expect, it } from 'vitest';
import {
  contained,
  linksTo,
  recommend,
  sameFrom,
  wordsOfText,
  worthOfWords,
} from './replay.rules.ts';

const article =
  'Fill the kettle with vinegar, boil it once and rinse it twice to remove limescale.';
const texts = [article, 'Returns are free within thirty days', 'The invoice is in your account'];
const worth = worthOfWords(texts.map(wordsOfText));
const share = (answer: string) => contained(wordsOfText(answer), wordsOfText(article), worth);

describe('what an article says of an answer', () => {
  it('is all of itself, nothing of another, and most of the same in other words', () => {
    expect(share(article)).toBe(1);
    expect(share('Returns are free within thirty days')).toBe(0);
    expect(share('')).toBe(0);
    expect(share('Boil vinegar in the kettle, then rinse it twice')).toBeGreaterThan(sameFrom);
    expect(share('The kettle is out of stock until March, we offer a refund')).toBeLessThan(
      sameFrom,
    );
  });

  it('does not fall when the article says more', () => {
    const answer = wordsOfText('boil vinegar, call the shop');
    const longer = wordsOfText(`${article} Or call the shop.`);
    expect(contained(answer, longer, worth)).toBeGreaterThan(
      contained(answer, wordsOfText(article), worth),
    );
  });

  it('counts words beyond the sixtieth', () => {
    const long = Array.from(
      { length: 200 },
      (_, place) =>
        `word${'abcdefghij'[place % 10]}${'abcdefghijklmnopqrst'[Math.floor(place / 10)]}x`,
    ).join(' ');
    expect(wordsOfText(long).size).toBeGreaterThan(60);
  });
});

it.each([
  ['See https://shop.test/help/a1', ['https://shop.test/help/a1'], true],
  ['See https://shop.test/help/a1.', ['https://shop.test/help/a1'], true],
  ['See https://shop.test/help/a12', ['https://shop.test/help/a1'], false],
  ['See the help', ['https://shop.test/help/a1', null], false],
  ['Anything', [''], false],
] as const)('"%s" links to %s: %s', (answer, addresses, expected) => {
  expect(linksTo(answer, addresses)).toBe(expected);
});

describe('a recommendation', () => {
  const bounds = { precision: 0.95, lowest: 0.5, highest: 0.99 };
  const cases = (count: number, isRight: (confidence: number) => boolean) =>
    Array.from({ length: count }, (_, place) => {
      const confidence = (place + 0.5) / count;
      const id = `00000000-0000-7000-8000-${((place * 7919) % 1_000_003).toString(16).padStart(12, '0')}`;
      return {
        id,
        confidence,
        verdict: isRight(confidence) ? ('right' as const) : ('wrong' as const),
      };
    });

  it('is the lowest threshold that holds on the other half too', () => {
    const { advice, point } = recommend(
      cases(300, (confidence) => confidence > 0.6),
      bounds,
    );
    expect(advice).toBe('recommended');
    expect(point?.threshold).toBeGreaterThan(0.55);
    expect(point?.threshold).toBeLessThan(0.62);
    expect(point?.answered).toBeLessThan(160);
  });

  it.each([
    ['too_few', cases(30, () => true)],
    ['unreachable', cases(300, (confidence) => Math.floor(confidence * 300) % 2 === 0)],
  ] as const)('is none: %s', (advice, some) => {
    expect(recommend(some, bounds)).toEqual({ advice, point: null });
  });
});
