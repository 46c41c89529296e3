import { describe, expect, it } from 'vitest';
import { htmlOfText, textOfHtml } from './texts.rules.ts';

describe('the words of HTML', () => {
  it.each([
    ['', ''],
    ['<p>One<br>two</p><p>three</p>', 'One\ntwo\n\nthree'],
    ['<ul><li>a</li><li><p>b</p></li></ul>', '• a\n• b'],
    ['<p>See <a href="https://x.test/a">the guide</a>.</p>', 'See the guide (https://x.test/a).'],
    ['<p><a href="https://x.test">https://x.test</a></p>', 'https://x.test'],
    ['<p>5 &lt; 6 &amp;amp; {{customer.name}}</p>', '5 < 6 &amp; {{customer.name}}'],
  ])('%s', (html, text) => expect(textOfHtml(html)).toBe(text));
});

describe('text as HTML', () => {
  it.each([
    ['', ''],
    ['one\ntwo\n\n<b>', '<p>one<br>two</p><p>&lt;b&gt;</p>'],
  ])('%j', (text, html) => expect(htmlOfText(text)).toBe(html));
});
