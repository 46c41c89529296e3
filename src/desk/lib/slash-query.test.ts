import { describe, expect, it } from 'vitest';
import { slashQuery, textToHtml } from './slash-query.ts';

describe('the slash', () => {
  it.each([
    ['/', ''],
    ['/refund', 'refund'],
    ['Hello /re', 're'],
    ['and/or', null],
    ['https://exam', null],
    ['/refund now', null],
    ['', null],
  ])('in "%s" asks for %s', (before, query) => expect(slashQuery(before)).toBe(query));
});

describe('plain text as HTML', () => {
  it.each([
    ['', ''],
    ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    ['<b> & co', '<p>&lt;b&gt; &amp; co</p>'],
  ])('%j', (text, html) => expect(textToHtml(text)).toBe(html));
});
