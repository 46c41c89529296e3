import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  footerOf,
  htmlPart,
  marksOf,
  referencesOf,
  subjectOf,
  textPart,
} from './outgoing.rules.ts';

const facts = {
  first: null,
  ticketSubject: 'Torn sail',
  channel: 'email',
  workspaceName: 'Acme',
} as const;

describe('the subject', () => {
  test.each([
    ['of mail gets one Re', { ...facts }, 'Re: Torn sail'],
    [
      'that has prefixes gets one Re',
      { ...facts, ticketSubject: 'AW: Re: Fwd: Torn sail' },
      'Re: Torn sail',
    ],
    [
      'of a chat names the workspace',
      { ...facts, channel: 'messaging' as const },
      '[Acme] Torn sail',
    ],
    [
      'stays that of the first mail',
      { ...facts, first: 'Re: Old name', ticketSubject: 'New name' },
      'Re: Old name',
    ],
    [
      'is one line',
      { ...facts, ticketSubject: 'Torn\r\nBcc: eve@x.test' },
      'Re: Torn Bcc: eve@x.test',
    ],
  ])('%s', (_name, given, wanted) => {
    expect(subjectOf(given)).toBe(wanted);
  });
});

describe('references', () => {
  test('keep the root and the latest', () => {
    const ids = Array.from({ length: 500 }, (_value, index) => `${index}@x.test`);
    const kept = referencesOf(ids);
    expect(kept).toHaveLength(12);
    expect([kept[0], kept[1], kept.at(-1)]).toEqual(['0@x.test', '489@x.test', '499@x.test']);
  });

  test('leave out what could break a header', () => {
    expect(referencesOf(['a b@x', 'a>@x', 'é@x', '', 'ok@x', 'ok@x', 'x'.repeat(300)])).toEqual([
      'ok@x',
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (ids) => {
        expect(referencesOf(ids).join('')).not.toMatch(/[\s<>]/);
      }),
    );
  });
});

const parts = {
  text: 'Hello <you>\n',
  html: '<p>Hello</p>',
  signature: 'The <team>',
  footer: footerOf('Ana at Acme'),
};
const escape = (text: string) => text.replaceAll('<', '&lt;');

test('every mail has a text part, which ends in the footer', () => {
  expect(textPart(parts)).toBe(
    'Hello <you>\n\nThe <team>\n\n-- \nAna at Acme · Reply to this mail and your answer joins the same conversation.',
  );
  expect(textPart({ ...parts, signature: ' ' })).not.toContain('team');
});

test('a text that says itself whose it is gets no footer', () => {
  const own = { ...parts, signature: '', footer: '' };
  expect(textPart(own)).toBe('Hello <you>');
  expect(htmlPart(own, escape)).toBe('<div><p>Hello</p></div>');
});

test('an HTML part exists only where the author wrote one, and escapes what is ours', () => {
  expect(htmlPart({ ...parts, html: null }, escape)).toBeNull();
  expect(htmlPart(parts, escape)).toContain('<div><p>Hello</p></div><p>The &lt;team></p>');
});

test('automatic mail says so in every way, other mail only whose it is', () => {
  expect(marksOf({ origin: 'abc', automatic: false })).toEqual({ 'X-Segue-Origin': 'abc' });
  expect(marksOf({ origin: 'abc', automatic: true })).toEqual({
    'X-Segue-Origin': 'abc',
    'Auto-Submitted': 'auto-replied',
    'X-Auto-Response-Suppress': 'All',
    Precedence: 'auto_reply',
  });
});
