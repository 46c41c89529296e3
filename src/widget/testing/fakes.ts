import type { WidgetConversation, WidgetMessage } from '../../contracts/widget.ts';
import { createStorage } from '../lib/storage.ts';
import type { KeyValue } from '../lib/storage.ts';

/** A message as the server sends it, for tests. */
export function aMessage(seq: number, change: Partial<WidgetMessage> = {}): WidgetMessage {
  return {
    id: `message-${seq}`,
    seq,
    clientId: null,
    author: { kind: 'agent', name: 'Mara' },
    text: `Text ${seq}`,
    attachments: [],
    prompt: null,
    at: new Date(Date.UTC(2026, 0, 5, 9, 0, seq)).toISOString(),
    ...change,
  };
}

/** An own message that the server has stored under a client id. */
export function anOwnMessage(seq: number, clientId: string): WidgetMessage {
  return aMessage(seq, { clientId, author: { kind: 'customer', name: 'You' } });
}

/** A conversation with an agent, for tests. */
export function aConversation(change: Partial<WidgetConversation> = {}): WidgetConversation {
  return {
    id: 'conversation-1',
    version: 1,
    state: 'with_agent',
    queue: null,
    agent: { name: 'Mara' },
    ended: null,
    quiet: false,
    mayEnd: true,
    seenByAgentSeq: 0,
    ...change,
  };
}

/** A storage that outlives the widget, as a browser's does over a reload. */
export function aStorage(): KeyValue {
  return createStorage(() => {
    throw new Error('Storage is blocked');
  });
}
