import { expect, test } from 'vitest';
import { quoteHtml } from './quote-html.rules.ts';
import { quoteBlocks } from './quote.rules.ts';
import { quoteText, renderParts } from './render.rules.ts';

const links = { ownUrls: ['https://acme.test/help/1'], instead: '[link]' };
const cell = (tag: 'td' | 'th', words: string) =>
  `<${tag} style="padding:2px 12px 2px 0;text-align:left;vertical-align:top">${words}</${tag}>`;
const html = (markdown: string) => quoteHtml(quoteBlocks(markdown, links));

test.each([
  [
    'steps with steps',
    '1. One\n2. Two\n   - a\n   - b\n3. Three',
    '<ol><li>One</li><li>Two<ul><li>a</li><li>b</li></ul></li><li>Three</li></ol>',
  ],
  ['steps that begin later', '3. Three\n4. Four', '<ol start="3"><li>Three</li><li>Four</li></ol>'],
  [
    'a step of two paragraphs',
    '1. One\n\n   More\n2. Two',
    '<ol><li>One<br>More</li><li>Two</li></ol>',
  ],
  ['two lists', '- a\n\n1. One', '<ul><li>a</li></ul><ol><li>One</li></ol>'],
  ['a list between paragraphs', 'A\n\n- b\n\nC', '<p>A</p><ul><li>b</li></ul><p>C</p>'],
  [
    'a heading and code',
    '## H\n\n```\n<b>\n```',
    '<p><strong>H</strong></p><pre style="white-space:pre-wrap">&lt;b&gt;</pre>',
  ],
  [
    'a page of ours',
    '[x](https://acme.test/help/2)',
    '<p><a href="https://acme.test/help/2" rel="noopener noreferrer">x</a></p>',
  ],
  [
    'a table',
    '| To | Days |\n| - | - |\n| Sweden | 4 |',
    `<table><tr>${cell('th', 'To')}${cell('th', 'Days')}</tr><tr>${cell('td', 'Sweden')}${cell('td', '4')}</tr></table>`,
  ],
  ['signs', 'a & b < c "d"', '<p>a &amp; b &lt; c &quot;d&quot;</p>'],
])('%s', (_name, markdown, expected) => {
  expect(html(markdown)).toBe(expected);
});

test.each([
  ['1. One\n2. Two\n   - a', '1. One\n2. Two\n  - a'],
  ['A\\\nB', 'A\nB'],
  ['~~gone~~ **here**', 'here'],
  ['```\ncode\n```', '    code'],
])('%j reads %j', (markdown, expected) => {
  expect(quoteText(markdown, links)).toBe(expected);
});

test('a link right above its quote is its title, others are a list', () => {
  const link = {
    kind: 'link',
    articleId: 'a',
    title: 'Help',
    url: 'https://acme.test/help/1',
  } as const;
  const quote = {
    kind: 'quote',
    articleId: 'a',
    version: 1,
    start: 0,
    end: 4,
    text: 'Open',
  } as const;
  const title = renderParts([link, quote], links);
  expect(title.text).toBe('Help\nhttps://acme.test/help/1\n\nOpen');
  expect(title.html).toMatch(/^<p><strong><a href="https:\/\/acme.test\/help\/1"/);
  expect(renderParts([quote, link], links).html).toContain('<ul><li><a href');
});
