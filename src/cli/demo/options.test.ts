import { expect, test } from 'vitest';
import { parseDemo } from './options.ts';

const usual = { url: null, speed: 1, minutes: 10, agents: 3, seed: 'lowtide' };

test.each([
  [[], usual],
  [['--speed', '5', '--minutes', '0.5'], { ...usual, speed: 5, minutes: 0.5 }],
  [['--agents=0', '--seed', 'x'], { ...usual, agents: 0, seed: 'x' }],
  [['--url', 'http://127.0.0.1:3000/'], { ...usual, url: 'http://127.0.0.1:3000' }],
])('%j is understood', (args, options) => {
  expect(parseDemo(args)).toEqual({ kind: 'run', options });
});

test.each([
  [['--speed', 'fast'], /--speed is "fast": give a number from 0.1 to 100/],
  [['--speed', '0'], /from 0.1/],
  [['--speed', ''], /--speed is ""/],
  [['--agents', '1.5'], /whole number from 0 to 4/],
  [['--agents', '5'], /from 0 to 4/],
  [['--url', 'localhost:3000'], /an address like/],
  [['--colour', 'red'], /--colour/],
  [['now'], /now/],
])('%j is refused with a sentence', (args, message) => {
  expect(parseDemo(args)).toEqual({ kind: 'wrong', message: expect.stringMatching(message) });
});

test('help wins over everything else', () => {
  expect(parseDemo(['--speed', 'fast', '-h'])).toEqual({ kind: 'help' });
});
