import { describe, expect, it, test } from 'vitest';
import { doubtOf, supportOf } from './claims.rules.ts';
import type { NamedMessages } from './draft.rules.ts';

const message = (id: string, text: string) => ({ id, author: 'agent' as const, text, at: '' });
const named: NamedMessages = new Map([
  ['m1', message('a', 'My kettle from order 10432 leaks, I paid €1,299.00 on Friday.')],
  [
    'm2',
    message('b', 'Sorry! Maria Lopez will refund it by 14:30, see https://shop.example/refunds'),
  ],
  ['m3', message('c', 'Ja')],
]);

describe('a quote', () => {
  it.each([
    [
      'its words, whatever spaces, case and marks',
      'm1',
      '“my  Kettle from Order 10432 leaks”',
      ['a'],
    ],
    ['a whole message, however short', 'm3', 'Ja.', ['c']],
    ['too little of a message', 'm1', 'My', []],
    ['words nobody wrote', 'm1', 'My kettle exploded yesterday', []],
    ['words of another message', 'm2', 'My kettle from order 10432 leaks', []],
    ['a message that is not there', 'm9', 'My kettle from order 10432 leaks', []],
    ['nothing', 'm1', '  ', []],
  ])('%s', (_what, name, quote, ids) => {
    expect(supportOf([{ message: name, quote }], named).ids).toEqual(ids);
  });

  it('counts each message once, in the order of the chat', () => {
    const quotes = [
      { message: 'm2', quote: 'Maria Lopez will refund' },
      { message: 'm1', quote: 'I paid €1,299.00' },
      { message: 'm1', quote: 'My kettle from order' },
    ];
    expect(supportOf(quotes, named).ids).toEqual(['a', 'b']);
  });
});

const both = {
  ids: ['a', 'b'],
  texts: ['m1', 'm2'].map((name) => named.get(name)?.text ?? ''),
};

test.each([
  ['The kettle of order 10432 leaks.', null],
  ['They paid 1299 for it.', null],
  ['They paid 1,298 for it.', 'number'],
  ['Order 1043 leaks.', 'number'],
  ['The refund comes at 14:30.', null],
  ['The refund comes at 14.45.', 'number'],
  ['Paid on Friday, refunded by Maria.', null],
  ['It will be refunded by Peter.', 'name'],
  ['It will be refunded on Monday.', 'date'],
  ['remboursement mardi', 'date'],
  ['See https://shop.example/refunds.', null],
  ['See https://evil.example/pay', 'contact'],
  ['Write to help@evil.example', 'contact'],
  ['The refund goes to [NAME_3].', 'placeholder'],
  ['Model KX200 leaks.', 'number'],
  ['The model is a ProLine.', 'name'],
  ['Der Kunde will eine Erstattung für den undichten Kessel, die Zusage steht.', null],
])('“%s”: %s', (text, doubt) => {
  expect(doubtOf(text, both)).toBe(doubt);
});

test('what rests on no message is doubted', () => {
  expect(doubtOf('Anything', { ids: [], texts: [] })).toBe('quote');
});
