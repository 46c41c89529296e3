import { describe, expect, test } from 'vitest';
import type { WidgetMessage } from '../../contracts/widget.ts';
import { aConversation, aMessage, anOwnMessage } from '../testing/fakes.ts';
import { reduce } from './state.rules.ts';
import { initialState } from './state.ts';
import type { ChatEvent, ChatState } from './state.ts';

const after = (events: ChatEvent[], from: ChatState = initialState) => events.reduce(reduce, from);
const received = (messages: WidgetMessage[], change = {}): ChatEvent => ({
  type: 'update.received',
  update: { conversation: aConversation(change), messages },
  seenSeq: 0,
});
const seqs = (state: ChatState) => state.messages.map(({ seq }) => seq);

describe('a read', () => {
  test('puts messages in order and each once, however they arrive', () => {
    const state = after([
      received([aMessage(1), aMessage(2)]),
      received([aMessage(2), aMessage(3)]),
    ]);
    expect(seqs(state)).toEqual([1, 2, 3]);
    expect(state.readSeq).toBe(3);
  });

  test('that is older than what is known does not turn the state back', () => {
    const ended = {
      reason: 'agent' as const,
      at: '2026-01-05T10:00:00Z',
      nextStep: 'We write to you.',
    };
    const state = after([
      received([], { version: 5, state: 'ended', ended }),
      received([], { version: 4 }),
    ]);
    expect(state.conversation?.state).toBe('ended');
  });

  test('of another conversation replaces the one on screen', () => {
    const state = after([
      received([aMessage(1), aMessage(2)]),
      received([aMessage(1)], { id: 'conversation-2' }),
    ]);
    expect(state.conversationId).toBe('conversation-2');
    expect(seqs(state)).toEqual([1]);
    expect(state.readSeq).toBe(1);
  });

  test('without any conversation ends the loading and changes nothing else', () => {
    const state = after([
      { type: 'update.received', update: { conversation: null, messages: [] }, seenSeq: 0 },
    ]);
    expect(state).toEqual({ ...initialState, loaded: true });
  });

  test('that shows the end takes back a question about ending', () => {
    const state = after([
      received([]),
      { type: 'ending.changed', ending: 'asking' },
      received([], { version: 2, state: 'ended' }),
    ]);
    expect(state.ending).toBe('no');
  });
});

describe('an acknowledged message', () => {
  const stored = (seq: number, conversationId: string, expected: boolean): ChatEvent => ({
    type: 'message.stored',
    conversationId,
    message: anOwnMessage(seq, `client-${seq}`),
    expected,
  });

  test('does not count as read: others may have written before it', () => {
    const state = after([received([aMessage(1)]), stored(4, 'conversation-1', true)]);
    expect(seqs(state)).toEqual([1, 4]);
    expect(state.readSeq).toBe(1);
    expect(
      seqs(after([received([aMessage(2), aMessage(3), anOwnMessage(4, 'client-4')])], state)),
    ).toEqual([1, 2, 3, 4]);
  });

  test('in a conversation nobody asked for moves the panel there and says so', () => {
    const state = after([
      received([aMessage(1)]),
      stored(1, 'conversation-2', false),
      stored(2, 'conversation-2', true),
    ]);
    expect(state).toMatchObject({
      conversationId: 'conversation-2',
      conversation: null,
      moved: true,
    });
    expect(seqs(state)).toEqual([1, 2]);
    expect(after([received([], { id: 'conversation-2' })], state).moved).toBe(true);
  });

  test('in a first conversation is no move', () => {
    expect(after([stored(1, 'conversation-1', true)]).moved).toBe(false);
  });
});

test('a new conversation remembers what it follows and keeps what is unsent', () => {
  const pending = [
    {
      clientId: 'c',
      conversationId: null,
      text: 'x',
      attachments: [],
      answer: null,
      order: 1,
      failure: null,
    },
  ];
  const state = after([
    received([aMessage(1)]),
    { type: 'outbox.changed', pending },
    { type: 'conversation.left' },
  ]);
  expect(state).toMatchObject({
    conversation: null,
    conversationId: null,
    follows: 'conversation-1',
    messages: [],
    pending,
  });
});

test('typing ends with the message, with the line and with the conversation', () => {
  const typing: ChatEvent = { type: 'typing.changed', name: 'Mara' };
  expect(after([received([]), typing]).typing).toBe('Mara');
  expect(after([received([]), typing, received([aMessage(1)])]).typing).toBeNull();
  expect(after([received([]), typing, received([anOwnMessage(1, 'c')])]).typing).toBe('Mara');
  expect(
    after([received([]), typing, { type: 'connection.changed', status: 'offline' }]).typing,
  ).toBeNull();
  expect(
    after([received([]), typing, received([], { version: 2, state: 'ended' })]).typing,
  ).toBeNull();
});

test('looking at less than was seen changes nothing', () => {
  const state = after([received([aMessage(1)]), { type: 'looked', seq: 1 }]);
  expect(reduce(state, { type: 'looked', seq: 1 })).toBe(state);
});
