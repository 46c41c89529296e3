import { describe, expect, it } from 'vitest';
import { textFromHtml } from './html-text.ts';
import { textToHtml } from './text-html.rules.ts';

const link = (url: string): string =>
  `<a href="${url}" rel="noopener noreferrer nofollow" target="_blank">${url}</a>`;

const cases: readonly (readonly [string, string])[] = [
  ['a < b & "c"\r\nd', 'a &lt; b &amp; &quot;c&quot;<br>d'],
  ['see https://x.test/a?b=1&c=2.', `see ${link('https://x.test/a?b=1&amp;c=2')}.`],
  ['(https://x.test/a)', `(${link('https://x.test/a')})`],
  ['https://x.test/a_(b)', link('https://x.test/a_(b)')],
  [
    'https://x.test/"onmouseover="alert(1)',
    `${link('https://x.test/')}&quot;onmouseover=&quot;alert(1)`,
  ],
  [
    "https://x.test/'><script>alert(1)</script>",
    `${link('https://x.test/')}&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;`,
  ],
  ['javascript:alert(1) data:text/html,x', 'javascript:alert(1) data:text/html,x'],
  ['https://', 'https://'],
  ['https://[', 'https://['],
];

describe('textToHtml', () => {
  it.each(cases)('%j', (text, html) => {
    expect(textToHtml(text)).toBe(html);
  });
});

describe('textFromHtml', () => {
  it.each([
    ['<p>a</p><p>b<br>c</p>', 'a\nb\nc'],
    [
      '<a href="https://x.test">shop</a> <a href="https://y.test">https://y.test</a>',
      'shop <https://x.test> https://y.test',
    ],
    ['a&nbsp;b &lt;c&gt;', 'a b <c>'],
    ['<a href="javascript:alert(1)">x</a> <a href="mailto:a@x.test">mail</a>', 'x mail <a@x.test>'],
    ['<ol><li><p>one</p></li><li>two</li></ol>', '1. one\n2. two'],
    [
      '<table><tr><td>Total</td><td>5</td></tr><tr><th>Tax</th><td>1</td></tr></table>',
      'Total 5\nTax 1',
    ],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['<style>x</style><script>y</script><title>t</title><h1>Big</h1>text', 'Big\n\ntext'],
    ['<span style="DISPLAY:NONE">hidden</span>seen', 'seen'],
  ])('%s', (html, text) => {
    expect(textFromHtml(html).replace(/\n+/g, '\n')).toBe(text.replace(/\n+/g, '\n'));
  });
});
