import { expect, test } from 'vitest';
import { callerOfWords } from './caller.rules.ts';

test.each([
  ['kim@example.test', { email: 'kim@example.test' }],
  [' +44 (20) 7946-0000 ', { phone: '+44 (20) 7946-0000' }],
  ['020', { phone: '020' }],
  ['Kim Lee', { name: 'Kim Lee' }],
  ['4 Seasons', { name: '4 Seasons' }],
  ['', {}],
])('“%s”', (words, expected) => {
  expect(callerOfWords(words)).toEqual({ name: null, phone: null, email: null, ...expected });
});
