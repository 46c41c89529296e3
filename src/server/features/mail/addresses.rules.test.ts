import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  domainOf,
  headerLine,
  isPlainAddress,
  mailboxCandidates,
  mailboxHeader,
} from './addresses.rules.ts';

describe('an address', () => {
  test.each(['jo@customer.test', 'a.b+c=d@x.test', 'grüße@beispiel.test', "o'neil@x.test"])(
    '%s is plain',
    (address) => {
      expect(isPlainAddress(address)).toBe(true);
    },
  );

  test.each([
    '',
    'jo',
    '@x.test',
    'jo@',
    'a@b@c',
    'jo doe@x.test',
    'jo@x.test\r\nBcc: eve@x.test',
    '<jo@x.test>',
    'a@x.test,b@x.test',
    '"jo"@x.test',
    'jo\u202e@x.test',
    `${'a'.repeat(300)}@x.test`,
  ])('%j is not', (address) => {
    expect(isPlainAddress(address)).toBe(false);
  });
});

test.each([
  ['support@x.test', ['support@x.test']],
  ['Support+abc@X.test', ['support+abc@x.test', 'support@x.test']],
  ['help+eu+tag@x.test', ['help+eu+tag@x.test', 'help+eu@x.test', 'help@x.test']],
  ['+tag@x.test', ['+tag@x.test']],
  ['nobody', []],
  ['a b@x.test', []],
])('%s may mean %j', (recipient, wanted) => {
  expect(mailboxCandidates(recipient)).toEqual(wanted);
});

test('the domain is what follows the last at sign', () => {
  expect(domainOf('a@b@c.test')).toBe('c.test');
});

test('a header line has no line break, whatever goes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 100 }), (text, length) => {
      const line = headerLine(text, length);
      expect(line).not.toMatch(/[\r\n\0\u2028\u2029\u0085]/);
      expect(line.length).toBeLessThanOrEqual(length);
    }),
  );
});

test('a mailbox header holds one address, whatever the name', () => {
  expect(mailboxHeader('Ana at "Acme" <eve@x.test>\r\nBcc: y', 'a@x.test')).toBe(
    '"Ana at Acme eve@x.test Bcc: y" <a@x.test>',
  );
  expect(mailboxHeader(' ', 'a@x.test')).toBe('a@x.test');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(mailboxHeader(name, 'a@x.test').match(/[<>\r\n]/g) ?? []).toEqual(
        mailboxHeader(name, 'a@x.test') === 'a@x.test' ? [] : ['<', '>'],
      );
    }),
  );
});
