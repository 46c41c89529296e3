import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';
import { stemOf } from './stems.ts';
import { guessLanguage } from './stop-words.ts';
import { tokensOf } from './tokens.ts';

const words = (text: string) => tokensOf(text).map(({ word }) => word);

describe('tokensOf', () => {
  it.each([
    ["The customer's café", ['the', 'customer', 'cafe']],
    ['Error CVE-2017-3156', ['error', 'cve', '2017', '3156']],
    ['日本語', ['日本', '本語']],
    ['__proto__', ['proto']],
    ['', []],
  ])('reads "%s"', (text, expected) => expect(words(text)).toEqual(expected));

  it('knows where words stand', () => {
    const text = 'Crème brûlée, please';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Crème',
      'brûlée',
      'please',
    ]);
  });
});

describe('stemOf', () => {
  it.each([
    ['running', 'en', 'run'],
    ['rechnungen', 'de', 'rechnung'],
    ['4711', 'en', '4711'],
    ['word', 'xx', 'word'],
    ['constructor', 'xx', 'constructor'],
  ])('%s in %s', (word, language, stem) => expect(stemOf(word, language)).toBe(stem));
});

describe('sentencesOf', () => {
  const cut = (text: string) =>
    sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) =>
      text.slice(start, end),
    );

  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Ask Dr. Ahn e.g. today. Then go.', ['Ask Dr. Ahn e.g. today.', 'Then go.']],
    [
      'Open an account.To connect it, click Save.',
      ['Open an account.', 'To connect it, click Save.'],
    ],
    ['Version 4.1.1 is out', ['Version 4.1.1 is out']],
    ['a\n\nb', ['a', 'b']],
    ['', []],
  ])('cuts "%s"', (text, expected) => expect(cut(text)).toEqual(expected));
});

describe('guessLanguage', () => {
  it.each([
    ['Wo ist meine Rechnung und wann kommt sie?', 'de'],
    ['Where is my invoice and when will it come?', 'en'],
    ['¿Dónde está mi factura y cuándo llega?', 'es'],
    ['4711', 'en'],
  ])('%s', (text, language) => expect(guessLanguage(text)).toBe(language));
});
