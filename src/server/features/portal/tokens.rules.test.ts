import { expect, test } from 'vitest';
import { readClaim, signClaim, type Claim } from './tokens.rules.ts';

const now = new Date('2026-05-04T10:00:00Z');
const claim: Claim = {
  kind: 'link',
  workspaceId: 'w',
  email: 'kim@example.test',
  id: 'i',
  expiresAt: now.getTime() + 1,
};
const token = signClaim(claim, 'secret');

test('a claim is read back by its kind until it expires', () => {
  expect(readClaim(token, 'link', { secret: 'secret', now })).toEqual(claim);
  expect(readClaim(token, 'session', { secret: 'secret', now })).toBeNull();
  const later = new Date(now.getTime() + 1);
  expect(readClaim(token, 'link', { secret: 'secret', now: later })).toBeNull();
});

test.each([
  ['signed by others', signClaim(claim, 'other')],
  ['cut off', token.slice(0, -1)],
  ['with another body', `${Buffer.from('{}').toString('base64url')}.${token.split('.')[1]}`],
  ['empty', ''],
  ['no token', 'a.b.c'],
])('a token %s is nothing', (_name, given) => {
  expect(readClaim(given, 'link', { secret: 'secret', now })).toBeNull();
});
