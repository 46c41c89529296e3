import { describe, expect, it } from 'vitest';
import { linkParts } from './links.rules.ts';

describe('linkParts', () => {
  it.each([
    ['no link here', []],
    ['see https://acme.example/a?b=1.', ['https://acme.example/a?b=1']],
    ['(https://acme.example)', ['https://acme.example']],
    ['write to ada@acme.example, please', ['mailto:ada@acme.example']],
    ['javascript:alert(1) data:text/html,x', []],
  ])('%s', (text, hrefs) => {
    const parts = linkParts(text);
    expect(parts.flatMap(({ href }) => href ?? [])).toEqual(hrefs);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});
