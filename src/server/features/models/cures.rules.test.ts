import { expect, it } from 'vitest';
import { diagnose } from './cures.rules.ts';

it.each([
  ['rate_limited', 'It answered 429.', /^Lower how many calls/],
  ['failed', 'It answered 400: unknown field', /^Choose another way/],
  ['failed', 'It answered 401: bad key', /^Enter the key again/],
  ['failed', 'Something else.', /^Check address/],
  ['timeout', null, /^Look whether the server is busy/],
] as const)('%s with %j is cured', (reason, why, cure) => {
  expect(diagnose(reason, why).cure).toMatch(cure);
});
