import { expect, it } from 'vitest';
import { formatCost, formatWait } from './format-figures.rules.ts';

it.each([
  [null, '–'],
  [0, '0 ms'],
  [429.6, '430 ms'],
  [1_840, '1.8 s'],
  [720_000, '12 min'],
  [12_600_000, '3.5 h'],
])('%s milliseconds are %s', (ms, words) => {
  expect(formatWait(ms, 'en')).toBe(words);
});

it.each([
  [0, '$0.00'],
  [1_250_000, '$1.25'],
  [420, '$0.0004'],
])('%s millionths are %s', (micros, words) => {
  expect(formatCost(micros, 'en')).toBe(words);
});
