import { describe, expect, test } from 'vitest';
import type { OutboxEntry } from '../client/outbox.ts';
import { aConversation, aMessage, anOwnMessage } from '../testing/fakes.ts';
import { activePrompt, rowsOf, unreadCount, visiblePending } from './rows.rules.ts';
import { initialState } from './state.ts';
import type { ChatState } from './state.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 25);
const entry = (clientId: string, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientId,
  conversationId: 'conversation-1',
  text: 'Unsent',
  attachments: [],
  answer: null,
  order: NOW,
  failure: null,
  ...change,
});
const state = (change: Partial<ChatState>): ChatState => ({
  ...initialState,
  status: 'online',
  loaded: true,
  conversationId: 'conversation-1',
  conversation: aConversation(),
  ...change,
});
const rows = (change: Partial<ChatState>, limit = 60) => rowsOf(state(change), { limit, now: NOW });
const deliveries = (change: Partial<ChatState>) =>
  rows(change).map((row) => (row.kind === 'message' ? row.delivery : row.kind));

describe('delivery', () => {
  test('only the newest own message says sent, then seen', () => {
    const messages = [anOwnMessage(1, 'a'), anOwnMessage(2, 'b')];
    expect(deliveries({ messages })).toEqual([null, 'sent']);
    expect(deliveries({ messages, conversation: aConversation({ seenByAgentSeq: 2 }) })).toEqual([
      null,
      'seen',
    ]);
  });

  test('an unsent message is sending online, waiting offline, or failed with its reason', () => {
    expect(deliveries({ pending: [entry('a')] })).toEqual(['sending']);
    expect(deliveries({ pending: [entry('a')], status: 'offline' })).toEqual(['queued']);
    expect(deliveries({ pending: [entry('a', { failure: 'Too long.' })] })).toEqual(['failed']);
  });

  test('a message that is stored is never shown twice', () => {
    const both = state({ messages: [anOwnMessage(1, 'a')], pending: [entry('a'), entry('b')] });
    expect(visiblePending(both).map(({ clientId }) => clientId)).toEqual(['b']);
    expect(rowsOf(both, { limit: 60, now: NOW }).map(({ key }) => key)).toEqual(['a', 'b']);
  });
});

describe('runs and days', () => {
  test('messages of one author within five minutes are one run', () => {
    const drawn = rows({
      messages: [aMessage(1), aMessage(2), aMessage(3, { at: '2026-01-05T09:20:00.000Z' })],
    });
    expect(drawn.map((row) => row.kind === 'message' && [row.first, row.last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  test('a line marks another day than today, and the way back to today', () => {
    const messages = [aMessage(1, { at: '2026-01-03T09:00:00.000Z' }), aMessage(2)];
    expect(rows({ messages }).map(({ kind }) => kind)).toEqual([
      'day',
      'message',
      'day',
      'message',
    ]);
    expect(rows({ messages: [aMessage(1)] }).map(({ kind }) => kind)).toEqual(['message']);
  });

  test('a word of the system stands alone and parts a run', () => {
    const system = aMessage(2, { author: { kind: 'system', name: '' } });
    const drawn = rows({ messages: [aMessage(1), system, aMessage(3)] });
    expect(drawn.map(({ kind }) => kind)).toEqual(['message', 'system', 'message']);
    expect(drawn[2]).toMatchObject({ first: true });
  });

  test('of a long conversation only the end is drawn', () => {
    const messages = Array.from({ length: 2_000 }, (_, at) => aMessage(at + 1));
    expect(rows({ messages }, 60).filter(({ kind }) => kind === 'message')).toHaveLength(60);
  });
});

test('a prompt waits until the customer says something, or the bot is gone', () => {
  const prompt = { kind: 'email' as const, skippable: true };
  const asked = state({
    conversation: aConversation({ state: 'bot' }),
    messages: [aMessage(1, { prompt })],
  });
  expect(activePrompt(asked)).toEqual(prompt);
  expect(activePrompt({ ...asked, pending: [entry('a')] })).toBeNull();
  expect(
    activePrompt({ ...asked, messages: [...asked.messages, anOwnMessage(2, 'a')] }),
  ).toBeNull();
  expect(activePrompt({ ...asked, conversation: aConversation() })).toBeNull();
});

test('unread are the words of others after what was seen', () => {
  const messages = [
    aMessage(1),
    anOwnMessage(2, 'a'),
    aMessage(3),
    aMessage(4, { author: { kind: 'system', name: '' } }),
  ];
  expect(unreadCount(state({ messages }))).toBe(2);
  expect(unreadCount(state({ messages, seenSeq: 1 }))).toBe(1);
});
