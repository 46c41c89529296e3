import { expect, test } from 'vitest';
import { spentMs } from '../../../platform/spent-ms.ts';
import { groupOf, sharedWords, signatureOf } from './similar.rules.ts';

const outage = [
  'Hello, the login page shows error 502 since this morning',
  'login page gives error 502',
  'I cannot log in, error 502 on the login page',
  'Error 502 when I open the login page, please help',
];
const others = [
  'My parcel arrived damaged, the lamp is broken',
  'How do I change the address of my invoice?',
  'Please cancel my subscription at the end of the month',
  'The colour of the shirt is darker than in the picture',
];
const open = [
  ...outage.map((text) => ({ groupId: 'outage', keys: signatureOf(text).keys })),
  ...others.map((text, index) => ({ groupId: `alone${index}`, keys: signatureOf(text).keys })),
];
const groupOfText = (text: string) => groupOf(open, signatureOf(text).keys);

test('a ticket joins those about the same thing, and no others', () => {
  expect(groupOfText('error 502 at the login page')).toBe('outage');
  expect(groupOfText('the login page is broken, error 502')).toBe('outage');
  expect(groupOfText('where can I buy a gift card')).toBeNull();
  expect(groupOfText('How can the address on an invoice be changed?')).toBe('alone1');
});

test('too few words are like nothing', () => {
  expect(groupOfText('error')).toBeNull();
  expect(groupOfText('')).toBeNull();
  expect(groupOf([], signatureOf('error 502 at login').keys)).toBeNull();
});

test('one stray member does not pull a group along', () => {
  const strayed = [
    ...open,
    { groupId: 'outage', keys: signatureOf('Can I pay by invoice in thirty days').keys },
  ];
  expect(groupOf(strayed, signatureOf('I want to pay by invoice in thirty days').keys)).toBeNull();
});

test('a group is named by what most of it says', () => {
  expect(sharedWords(outage.map((text) => signatureOf(text).words))).toEqual(
    expect.arrayContaining(['login', 'error']),
  );
  expect(sharedWords([])).toEqual([]);
});

test('two thousand tickets are compared in less than a job may take', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    groupId: `g${index}`,
    keys: signatureOf(`${open[index % 8]?.groupId} ${others[index % 4]} number ${index}`).keys,
  }));
  const spent = spentMs(() => groupOf(many, signatureOf('error 502 at the login page').keys));
  expect(spent).toBeLessThan(1_000);
});
