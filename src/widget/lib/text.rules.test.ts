import { expect, test } from 'vitest';
import { refuseFile } from './file.rules.ts';
import { formatBytes, initials, looksLikeEmail } from './text.rules.ts';
import { estimateSentence } from './time.rules.ts';

test.each([
  ['Mara Lindqvist', 'ML'],
  ['mara', 'M'],
  ['  Ana  Maria  de  Souza ', 'AS'],
  ['👩🏽‍🚀 Ripley', '👩🏽‍🚀R'],
  ['李', '李'],
  ['', '?'],
])('the initials of %s are %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test.each([
  ['mara@example.com', true],
  [' mara.l+shop@mail.example.co.uk ', true],
  ['mara@example', false],
  ['mara@@example.com', false],
  ['@example.com', false],
  ['mara@.com', false],
  ['mara example.com', false],
  [`${'a'.repeat(250)}@example.com`, false],
])('%s as an email address: %s', (text, expected) => {
  expect(looksLikeEmail(text)).toBe(expected);
});

test.each([
  [820, '820 B'],
  [64_300, '64 kB'],
  [2_400_000, '2.4 MB'],
  [5_000_000, '5 MB'],
])('%d bytes read as %s', (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});

test.each([
  [null, 'No estimate yet.'],
  [20, 'It should take less than a minute.'],
  [60, 'It should take about 1 minute.'],
  [241, 'It should take about 5 minutes.'],
  [7_200, 'It may take more than an hour.'],
])('a wait of %s seconds', (seconds, expected) => {
  expect(estimateSentence(seconds)).toBe(expected);
});

const rules = { maxBytes: 5_000_000, types: ['image/*', 'application/pdf', '.log'] };
test.each([
  [{ name: 'a.png', type: 'image/png', size: 10 }, null],
  [{ name: 'a.pdf', type: 'application/pdf', size: 10 }, null],
  [{ name: 'A.LOG', type: '', size: 10 }, null],
  [
    { name: 'a.exe', type: 'application/x-msdownload', size: 10 },
    'a.exe is a type of file we cannot take.',
  ],
  [
    { name: 'a.png', type: 'image/png', size: 6_000_000 },
    'a.png is 6 MB; files may have up to 5 MB.',
  ],
  [{ name: 'a.png', type: 'image/png', size: 0 }, 'a.png is empty.'],
])('a file %o', (file, expected) => {
  expect(refuseFile(file, rules)).toBe(expected);
});
