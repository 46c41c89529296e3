import { describe, expect, it } from 'vitest';
import {
  formatCountdown,
  formatDuration,
  formatPercent,
  formatRelative,
  formatSize,
} from './format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('format', () => {
  it.each([
    [0, '0s'],
    [45_999, '45s'],
    [12 * MINUTE, '12m'],
    [3 * HOUR + 20 * MINUTE, '3h 20m'],
    [-(2 * DAY + 4 * HOUR), '2d 4h'],
    [5 * DAY, '5d'],
  ])('writes %d ms as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it.each([
    [8_100, '0:09'],
    [245_000, '4:05'],
    [72 * MINUTE, '1:12:00'],
    [-1, '0:00'],
  ])('counts %d ms down as %s', (ms, text) => expect(formatCountdown(ms)).toBe(text));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [12_345, '12 kB'],
    [3_420_000, '3.4 MB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(formatSize(bytes, 'en')).toBe(text));

  it.each([
    [-20_000, 'now'],
    [-5 * MINUTE, '5 min. ago'],
    [2 * HOUR, 'in 2 hr.'],
    [-30 * HOUR, 'yesterday'],
  ])('says %d ms from now as %s', (delta, text) =>
    expect(formatRelative(10 * DAY + delta, 10 * DAY, 'en')).toBe(text),
  );

  it('falls back to a date after a month', () => {
    expect(formatRelative(0, 60 * DAY, 'en-GB')).toBe('1 Jan 1970');
  });

  it('rounds shares', () => expect(formatPercent(0.873, 'en')).toBe('87%'));
});
