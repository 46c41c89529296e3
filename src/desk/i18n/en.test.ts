import { expect, it } from 'vitest';
import { en } from './en.ts';

type Words = { readonly [key: string]: string | Words };

const sentencesOf = (words: Words): string[] =>
  Object.values(words).flatMap((one) => (typeof one === 'string' ? [one] : sentencesOf(one)));

it('writes percentages as Intl does in English, and leaves the sign of values to it', () => {
  const sentences = sentencesOf(en);
  expect(sentences.length).toBeGreaterThan(1_000);
  expect(sentences.filter((one) => /[\d}]\s%|\}%/.test(one))).toEqual([]);
});
