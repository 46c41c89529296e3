import { describe, expect, it } from 'vitest';
import { articleOfHtml, markdownOfHtml } from './html-article.ts';

describe('a page as an article', () => {
  it('keeps the main part and drops what is around it', () => {
    const page = `<html><head><title>Shop &amp; help</title><style>p{}</style></head><body>
      <nav><a href="/">Home</a></nav>
      <main><h1>Return a <em>grinder</em></h1><p>Pack it <b>well</b>.</p><ol><li>Print</li><li>Send</li></ol>
      <script>alert(1)</script></main><footer>© us</footer></body></html>`;
    const { title, body } = articleOfHtml(page);
    expect(title).toBe('Return a grinder');
    expect(body).toMatch(/^Pack it \*\*well\*\*\.\n\n1\. +Print\n2\. +Send$/);
  });

  it('takes the title of the page where there is no heading', () => {
    expect(articleOfHtml('<title>Opening &lt;hours&gt;</title><p>Nine to five</p>')).toEqual({
      title: 'Opening <hours>',
      body: 'Nine to five',
    });
  });

  it('keeps tables and code', () => {
    const markdown = markdownOfHtml(
      '<table><tr><th>Size</th><th>Price</th></tr><tr><td>250 g</td><td>9</td></tr></table><pre><code>a &lt; b</code></pre>',
    );
    expect(markdown).toMatch(/\| Size \| Price \|\n\| -+ \| -+ \|\n\| 250 g \| 9 +\|/);
    expect(markdown).toContain('```\na < b\n```');
  });

  it.each([
    ['an unclosed tag', '<main><p>a<b>c', 'a**c**'],
    ['a javascript link', '<a href="javascript:alert(1)">x</a>', 'x'],
    ['nothing', '', ''],
  ])('reads %s', (_name, html, expected) => {
    expect(markdownOfHtml(html)).toBe(expected);
  });
});
