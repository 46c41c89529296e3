import { describe, expect, it, test } from 'vitest';
import { spentMs } from '../spent-ms.ts';
import {
  createNameFinder,
  findCards,
  findEmails,
  findIbans,
  findPhones,
} from './personal-data.rules.ts';
import { createRedactor } from './redaction.rules.ts';

const values = (find: typeof findEmails, text: string) =>
  find(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['mail', findEmails, 'to anna.bell+x@example.co.uk, now', ['anna.bell+x@example.co.uk']],
  ['mail', findEmails, 'zoë@bücher.example', ['zoë@bücher.example']],
  [
    'phone',
    findPhones,
    'call +49 30 1234567 or (030) 555-1234',
    ['+49 30 1234567', '(030) 555-1234'],
  ],
  [
    'phone',
    findPhones,
    '030/9876543, 212-555-0199, 01711234567',
    ['030/9876543', '212-555-0199', '01711234567'],
  ],
  ['phone', findPhones, 'paid 1.299,00 on 2026-03-02 for 3 items, order 4471902', []],
  ['iban', findIbans, 'DE89 3704 0044 0532 0130 00 is mine', ['DE89 3704 0044 0532 0130 00']],
  ['iban', findIbans, 'GB82WEST12345698765432.', ['GB82WEST12345698765432']],
  ['iban', findIbans, 'DE88 3704 0044 0532 0130 00', []],
  ['card', findCards, '4111 1111 1111 1111 exp 12/29', ['4111 1111 1111 1111']],
  ['card', findCards, '4111 1111 1111 1112', []],
  [
    'name',
    createNameFinder(['Anna Bell']),
    "Anna Bell's; ANNA, Bellamy, Annas, bell",
    ['Anna Bell', 'ANNA', 'Anna', 'bell'],
  ],
  ['name', createNameFinder(['Åsa Öberg', 'X']), 'Hej Åsa! X', ['Åsa']],
  ['name', createNameFinder(['C++ (dev)']), 'C++ (dev)', ['C++ (dev)']],
])('%s in %#', (_kind, find, text, found) => {
  expect(values(find, text)).toEqual(found);
});

describe('a redactor', () => {
  const make = () =>
    createRedactor([findEmails, findIbans, findCards, findPhones, createNameFinder(['Anna Bell'])]);

  it('hides with one placeholder a value and puts it back wherever it stands', () => {
    const redactor = make();
    const text = 'Anna here: a@b.example, again a@b.example, +49 30 1234567.';
    const hidden = redactor.hide(text);
    expect(hidden).toBe('[NAME_1] here: [EMAIL_1], again [EMAIL_1], [PHONE_1].');
    expect(redactor.hide('Ask a@b.example')).toBe('Ask [EMAIL_1]');
    expect(redactor.count()).toBe(3);
    expect(redactor.reveal({ a: [hidden, { b: 'to [email_1]' }], n: 1, z: null })).toEqual({
      a: [text, { b: 'to a@b.example' }],
      n: 1,
      z: null,
    });
  });

  it('leaves placeholders nobody made, and fills in none that a customer wrote', () => {
    const redactor = make();
    const hidden = redactor.hide('I write [EMAIL_1] myself; a@b.example is mine');
    expect(hidden).toBe('I write [TEXT_1] myself; [EMAIL_1] is mine');
    expect(redactor.reveal(hidden)).toBe('I write [EMAIL_1] myself; a@b.example is mine');
    expect(redactor.reveal('[CARD_7]')).toBe('[CARD_7]');
  });

  it('gives back what it was given, whatever that was', () => {
    const texts = [
      '',
      '[',
      'NAME_1]',
      'Bell bell BELL',
      'x'.repeat(50_000),
      '0 0 0 0 0',
      '@@@',
      '[[EMAIL_1]]',
    ];
    for (const text of texts) {
      const redactor = make();
      expect(redactor.reveal(redactor.hide(text))).toBe(text);
    }
  });

  it('is done with hostile texts in time', () => {
    const hostile = [
      'a'.repeat(40_000),
      '1 '.repeat(20_000),
      '@a.'.repeat(13_000),
      '0-'.repeat(20_000),
      'DE89'.repeat(10_000),
      '('.repeat(40_000),
      '+1 2'.repeat(10_000),
    ];
    const spent = spentMs(() => hostile.forEach((text) => make().hide(text)));
    expect(spent).toBeLessThan(2_000);
  });
});
