import { describe, expect, test } from 'vitest';
import { plainTextOf, type RichNode } from './plain-text.ts';

const words = (text: string, href?: string): RichNode => ({
  type: 'text',
  text,
  marks: href === undefined ? [{ type: 'bold' }] : [{ type: 'link', attrs: { href } }],
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content });
const list = (type: string, ...content: RichNode[]): RichNode => ({ type, content });
const said = (...content: RichNode[]) => plainTextOf({ type: 'doc', content });

describe('the plain form of a styled text', () => {
  test('has paragraphs and lines', () => {
    const lines = paragraph(words('Kind regards'), { type: 'hardBreak' }, words('Ana'));
    expect(said(paragraph(words('Hello')), paragraph(), lines)).toBe(
      'Hello\n\n\n\nKind regards\nAna',
    );
  });

  test('keeps the marks of lists, one in another as well', () => {
    const inner = list('orderedList', item(paragraph(words('off'))), item(paragraph(words('on'))));
    const outer = list('bulletList', item(paragraph(words('Switch it')), inner), item(paragraph()));
    expect(said(paragraph(words('Do this:')), outer)).toBe(
      'Do this:\n\n- Switch it\n  1. off\n  2. on\n- ',
    );
    const later = { ...list('orderedList', item(paragraph(words('three')))), attrs: { start: 3 } };
    expect(said(later)).toBe('3. three');
  });

  test('says where links lead, once, and not twice', () => {
    const to = 'https://shop.test/returns';
    const bold = {
      ...words('form', to),
      marks: [{ type: 'bold' }, ...(words('', to).marks ?? [])],
    };
    expect(said(paragraph(words('the '), words('return ', to), bold, words('.')))).toBe(
      `the return form <${to}>.`,
    );
    expect(said(paragraph(words('shop.test/returns', to)))).toBe('shop.test/returns');
    expect(said(paragraph(words('a@b.test', 'mailto:a@b.test')))).toBe('a@b.test');
  });

  test('indents code', () => {
    expect(said({ type: 'codeBlock', content: [words('a\nb')] })).toBe('    a\n    b');
  });
});
