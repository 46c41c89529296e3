import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkify, safeHref } from './linkify.rules.ts';

const links = (text: string) =>
  linkify(text)
    .filter(({ href }) => href !== null)
    .map(({ text: shown }) => shown);

describe('linkify', () => {
  test.each([
    ['See https://example.org/a.', ['https://example.org/a']],
    ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['one http://a.example, two https://b.example!', ['http://a.example', 'https://b.example']],
    ['https://example.org/?q=ü&x=1#part', ['https://example.org/?q=ü&x=1#part']],
    ['"https://example.org"', ['https://example.org']],
    ['https://example.org/"onmouseover="alert(1)', ['https://example.org/']],
    ['https://example.org/<script>', ['https://example.org/']],
  ])('finds the addresses in %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'www.example.org',
    'https://',
    'https://bank.example@evil.example/',
    'https://user:secret@example.org',
  ])('leaves %s as text', (text) => {
    expect(links(text)).toEqual([]);
  });

  test('never loses or adds a sign, and only makes web links', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('https://', '(', ')', '.', '<b>', '@'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          const parts = linkify(text);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          for (const { href } of parts)
            expect(href === null || /^https?:\/\//.test(href)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('an attachment address may be relative to Segue, but not leave the web', () => {
  expect(safeHref('/files/1?t=x', 'https://desk.example')).toBe('https://desk.example/files/1?t=x');
  expect(safeHref('javascript:alert(1)', 'https://desk.example')).toBeNull();
});
