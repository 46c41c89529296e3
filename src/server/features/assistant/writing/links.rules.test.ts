import { expect, test } from 'vitest';
import { isOwnUrl, linkInQuote } from './links.rules.ts';

const own = ['https://acme.test/help/1', 'https://acme.test/f?t=x'];

test.each([
  ['https://acme.test/f?t=x', true],
  ['https://acme.test/f?t=y', false],
  ['https://acme.test/help/1#x', false],
  ['https://evil.test/help/1', false],
  ['javascript:alert(1)', false],
  ['not an address', false],
])('%s is ours: %s', (address, isOurs) => {
  expect(isOwnUrl(address, own)).toBe(isOurs);
});

test.each([
  ['https://acme.test/help/2?utm_source=mail#top', 'https://acme.test/help/2'],
  ['https://acme.test@evil.test/', null],
  ['https://user:secret@acme.test/', null],
  ['http://acme.test/help/2', null],
  ['https://acme.test.evil.test/', null],
  ['//evil.test', null],
  ['', null],
])('%j in an article becomes %j', (address, shown) => {
  expect(linkInQuote(address, own)).toBe(shown);
});
