import { describe, expect, test } from 'vitest';
import { estimateSeconds } from './queue.rules.ts';
import { storable } from './text.rules.ts';
import { createTokenBucket } from './token-bucket.ts';
import { isAccepted } from './uploads.rules.ts';
import { createVisitors, isSignedEmail } from './visitors.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 9, minutes));

describe('estimateSeconds', () => {
  const pace = { position: 1, served: 4, firstAt: at(0), lastAt: at(6) };
  test.each([
    ['the mean interval of the last acceptances', pace, at(7), 120],
    ['times the place', { ...pace, position: 3 }, at(7), 360],
    ['in half minutes', { ...pace, lastAt: at(5) }, at(5), 90],
    ['at least half a minute', { ...pace, lastAt: at(0) }, at(0), 30],
    ['at most an hour', { ...pace, position: 50 }, at(7), 3_600],
    ['slower once the queue has stopped', pace, at(40), 600],
    ['nothing below three acceptances', { ...pace, served: 2 }, at(7), null],
    [
      'nothing without acceptances',
      { ...pace, served: 0, firstAt: null, lastAt: null },
      at(7),
      null,
    ],
  ])('%s', (_about, given, now, seconds) => expect(estimateSeconds(given, now)).toBe(seconds));
});

describe('isAccepted', () => {
  const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const bytes = (...start: number[]) => Uint8Array.from([...start, ...Array<number>(20).fill(32)]);
  test.each([
    ['a picture', bytes(0xff, 0xd8, 0xff), 'image/jpeg', true],
    ['a picture under another name', bytes(0xff, 0xd8, 0xff), 'application/pdf', true],
    ['text', bytes(104, 105), 'text/plain; charset=utf-8', true],
    ['an office document', bytes(0x50, 0x4b, 3, 4), office, true],
    ['an old office document', bytes(0xd0, 0xcf, 0x11, 0xe0), 'application/msword', true],
    [
      'a zip file as Windows names it',
      bytes(0x50, 0x4b, 3, 4),
      'application/x-zip-compressed',
      true,
    ],
    ['a program named as a document', bytes(0x4d, 0x5a), office, false],
    ['a program named as PDF', bytes(0x4d, 0x5a), 'application/pdf', false],
    ['a program', bytes(0x4d, 0x5a), 'application/x-msdownload', false],
    ['a page', bytes(60), 'text/html', false],
    ['a vector picture', bytes(60), 'image/svg+xml', false],
    ['nothing said', bytes(1), '', false],
  ])('%s', (_about, content, declared, accepted) =>
    expect(isAccepted(content, declared)).toBe(accepted),
  );
});

describe('visitors', () => {
  const ids = { next: () => '01940000-0000-7000-8000-000000000001', secret: () => 'x' };
  const workspaceId = '01940000-0000-7000-8000-000000000002';
  const visitors = createVisitors({ secret: 'one', ids });
  const token = visitors.create(workspaceId);

  test('a token reads back as its visitor', () => {
    expect(token).toMatch(/^v1\.[0-9a-f-]{36}\.[0-9a-f-]{36}\.[\w-]{43}$/);
    expect(visitors.read(token)).toEqual({ workspaceId, visitorId: ids.next() });
  });

  test.each([
    createVisitors({ secret: 'other', ids }).create(workspaceId),
    token.replace(workspaceId, ids.next()),
    `${token}a`,
    `v2${token.slice(2)}`,
    '',
    'a.b.c.d',
    undefined,
    {},
    'x'.repeat(1_000),
  ])('%s is nobody', (forged) => expect(visitors.read(forged)).toBeNull());

  test('a signature belongs to one address and one secret', () => {
    const signature = 'e6b1b0b6fd2f6ffd4a5ff9c9ea5b6c1b4b1f4b9c9d6b1a0c1e2d3f4a5b6c7d8e';
    expect(isSignedEmail({ email: 'ada@example.org', signature, secret: 's' })).toBe(false);
  });
});

test('a token bucket lets a burst through and refills', () => {
  let now = 0;
  const bucket = createTokenBucket({ burst: 3, perMs: 3_000 }, { now: () => new Date(now) });
  const takes = (count: number) => Array.from({ length: count }, () => bucket.take());
  expect(takes(4)).toEqual([true, true, true, false]);
  now += 1_000;
  expect(takes(2)).toEqual([true, false]);
  now += 60_000;
  expect(takes(4)).toEqual([true, true, true, false]);
});

test('text is stored without what PostgreSQL refuses', () => {
  expect(storable(' a\u0000b\ud800c ')).toBe('ab\ufffdc');
});
