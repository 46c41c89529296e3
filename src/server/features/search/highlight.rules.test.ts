import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHits, excerpt, fold, highlight, type Needle } from './highlight.rules.ts';

const needle = (word: string, rest: Partial<Needle> = {}): Needle => ({
  word: fold(word),
  stem: fold(word),
  prefix: false,
  ...rest,
});
const hits = (text: string, ...needles: Needle[]) =>
  highlight(text, needles)
    .filter((piece) => piece.hit)
    .map((piece) => piece.text);

describe('highlighting', () => {
  it('marks whole words, beginnings and other forms of a word', () => {
    expect(hits('A refund, refunded; fund', needle('refund'))).toEqual(['refund', 'refunded']);
    expect(hits('Parcel park part', needle('par', { prefix: true }))).toEqual([
      'Parcel',
      'park',
      'part',
    ]);
    expect(hits('it is in', needle('i', { stem: 'i' }))).toEqual([]);
  });

  it('does not mind accents and case', () => {
    expect(
      hits('Frau MÜLLER, Straße, naïve', needle('muller'), needle('strasse'), needle('naive')),
    ).toEqual(['MÜLLER', 'Straße', 'naïve']);
  });

  it('leaves html as text', () => {
    const pieces = highlight('<b>parcel</b>', [needle('parcel')]);
    expect(pieces.map((piece) => piece.text)).toEqual(['<b>', 'parcel', '</b>']);
  });

  it('counts how many of the words are there', () => {
    expect(countHits('late late parcel', [needle('late'), needle('parcel'), needle('blue')])).toBe(
      2,
    );
  });

  it('keeps every character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, word) => {
        const pieces = highlight(text, [needle(word, { prefix: true })]);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });

  it('cuts an excerpt around the first hit', () => {
    const text = `${'before '.repeat(60)}the parcel ${'after '.repeat(60)}`;
    const pieces = excerpt(text, [needle('parcel')], 120);
    const shown = pieces.map((piece) => piece.text).join('');
    expect(shown.length).toBeLessThan(135);
    expect(pieces.some((piece) => piece.hit)).toBe(true);
    expect(shown).toMatch(/^… .* …$/);
  });

  it('cuts any text without breaking characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const shown = excerpt(text, [needle('a', { prefix: true })], 60);
        expect(shown.every((piece) => piece.text.isWellFormed())).toBe(true);
      }),
    );
  });
});
