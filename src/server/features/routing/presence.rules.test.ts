import { describe, expect, it } from 'vitest';
import { acceptsHandOver, isConnected, takesOf } from './presence.rules.ts';

const training = { takes: ['email'], transfers: false } as const;

describe('a status', () => {
  it.each([
    ['online', null, ['messaging', 'email', 'call']],
    ['away', null, ['email']],
    ['transfers_only', null, []],
    ['offline', null, []],
    ['away', training, ['email']],
  ] as const)('%s takes from the router what it says', (status, custom, expected) => {
    expect(takesOf({ status, custom })).toEqual(expected);
  });

  it.each([
    ['transfers_only', null, 'messaging', true],
    ['offline', null, 'messaging', false],
    ['offline', null, 'email', true],
    ['away', training, 'email', false],
  ] as const)('%s may be handed work over by name', (status, custom, channel, expected) => {
    expect(acceptsHandOver({ status, custom }, channel)).toBe(expected);
  });
});

describe('a desk', () => {
  const now = new Date('2026-03-02T10:00:00Z');
  it('is there while it has been heard of lately', () => {
    expect(isConnected(new Date(now.getTime() - 45_000), now, 45_000)).toBe(true);
    expect(isConnected(new Date(now.getTime() - 45_001), now, 45_000)).toBe(false);
    expect(isConnected(null, now, 45_000)).toBe(false);
  });
});
