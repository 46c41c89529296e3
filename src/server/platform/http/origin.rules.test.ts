import { expect, it } from 'vitest';
import { isOwnOrigin } from './origin.rules.ts';

const publicUrl = 'https://desk.example';

it.each([
  [undefined, 'desk.example', true],
  ['https://desk.example', 'desk.example', true],
  ['https://desk.example', '10.0.0.3:3000', true],
  ['http://localhost:3000', 'localhost:3000', true],
  ['http://localhost:9999', 'localhost:3000', false],
  ['https://evil.desk.example', 'desk.example', false],
  ['https://desk.example.evil', 'desk.example', false],
  ['null', 'desk.example', false],
  ['null', '', false],
  ['', 'desk.example', false],
  ['file:///x', '', false],
])('a page of %s asking %s: %s', (origin, host, expected) => {
  expect(isOwnOrigin({ origin, host }, publicUrl)).toBe(expected);
});
