import { expect, it } from 'vitest';
import { readSpan, writeSpan } from './spans.rules.ts';

it.each([
  ['30 m', 30],
  ['30', 30],
  ['4h', 240],
  ['1 h 30 m', 90],
  ['2 days', 2_880],
  ['1d 2h 3m', 1_563],
  ['0', null],
  ['soon', null],
  ['4 w', null],
  ['', null],
])('reads %j as %s minutes', (text, minutes) => {
  expect(readSpan(text)).toBe(minutes);
});

it('writes what it reads', () => {
  for (const minutes of [1, 59, 60, 90, 1_440, 1_563, 44_640])
    expect(readSpan(writeSpan(minutes))).toBe(minutes);
});
