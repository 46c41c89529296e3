import { expect, it } from 'vitest';
import { NO_ACTS } from '../../macros/acts.rules.ts';
import type { Outgoing } from './outgoing.ts';
import { recalled, waitsAfter } from './outgoing.rules.ts';

const at = '2026-05-01T10:00:00.000Z';
const minutes = (count: number) => Date.parse(at) + count * 60_000;
const one: Outgoing = {
  clientId: 'a',
  channel: 'messaging',
  text: 'Hello',
  html: null,
  attachments: [],
  status: null,
  acts: NO_ACTS,
  state: 'sending',
  problem: null,
  at,
};

it.each([
  ['server_unreachable', true],
  ['not_ready', true],
  ['session_ended', false],
  ['request_invalid', false],
  [null, false],
])('after %s a message waits for the connection: %s', (code, waits) => {
  expect(waitsAfter(code)).toBe(waits);
});

it.each([
  ['sending', 1, 'waiting'],
  ['waiting', 14, 'waiting'],
  ['waiting', 16, 'failed'],
  ['sending', 16, 'failed'],
  ['failed', 1, 'failed'],
] as const)('what was left %s is found after %d minutes %s', (state, after, found) => {
  expect(recalled({ ...one, state }, minutes(after)).state).toBe(found);
});
