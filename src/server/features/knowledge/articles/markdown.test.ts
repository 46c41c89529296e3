import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('Markdown of an article', () => {
  it('has headings, lists, tables and code', () => {
    const html = renderMarkdown(
      '# Return\n\n1. Pack\n2. Send\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n`x`',
    );
    for (const part of [
      '<h1>',
      '<ol>',
      '<li>Pack</li>',
      '<table>',
      '<td class="align-right">2',
      '<code>x',
    ])
      expect(html).toContain(part);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<img src=x onerror=alert(1)>'],
    ['a javascript link', '[click](javascript:alert(1))'],
    ['an encoded javascript link', '[click](&#106;avascript:alert(1))'],
    ['a data picture', '![x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a style', '<div style="position:fixed">x</div>'],
    ['a frame', '<iframe src="https://evil.test"></iframe>'],
  ])('lets no %s through', (_name, body) => {
    expect(renderMarkdown(body)).not.toMatch(
      /<script|<iframe|<img[^>]*onerror|href="javascript|src="data|<[^>]*style="position/i,
    );
  });

  it('tells search engines and other sites nothing by its links', () => {
    expect(renderMarkdown('[a](https://a.test)')).toContain('rel="noopener noreferrer nofollow"');
  });
});
