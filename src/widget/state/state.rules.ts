import type { WidgetConversation, WidgetMessage, WidgetUpdate } from '../../contracts/widget.ts';
import { initialState } from './state.ts';
import type { ChatEvent, ChatState, Upload } from './state.ts';

/** The next state of the panel; pure, and the same state for what changes nothing. */
export function reduce(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'connection.changed':
      return {
        ...state,
        status: event.status,
        typing: event.status === 'online' ? state.typing : null,
      };
    case 'conversation.none':
      return { ...state, loaded: true };
    case 'update.received':
      return receive(state, event.update, event.seenSeq);
    case 'message.stored':
      return store(state, event);
    case 'conversation.left':
      return { ...blank(state), loaded: true, follows: state.conversation?.id ?? state.follows };
    case 'conversation.lost':
      return { ...blank(state), loaded: true };
    case 'outbox.changed':
      return { ...state, pending: event.pending };
    case 'typing.changed':
      return { ...state, typing: event.name };
    case 'ending.changed':
      return { ...state, ending: event.ending };
    case 'banner.changed':
      return { ...state, banner: event.text };
    case 'upload.changed':
      return { ...state, uploads: putUpload(state.uploads, event.upload) };
    case 'uploads.removed':
      return { ...state, uploads: state.uploads.filter(({ id }) => !event.ids.includes(id)) };
    case 'looked':
      return event.seq > state.seenSeq ? { ...state, seenSeq: event.seq } : state;
    case 'draft.changed':
      return { ...state, draft: event.text };
  }
}

/** The ids of messages the server has, so that they can leave the outbox. */
export function storedClientIds(messages: readonly WidgetMessage[]): string[] {
  return messages.flatMap(({ clientId }) => (clientId === null ? [] : [clientId]));
}

/** Takes in state and messages of a read: the older of two answers never wins. */
function receive(
  state: ChatState,
  { conversation, messages }: WidgetUpdate,
  seenSeq: number,
): ChatState {
  if (!conversation) return { ...state, loaded: true };
  const base = conversation.id === state.conversationId ? state : blank(state);
  const stale = base.conversation !== null && base.conversation.version > conversation.version;
  const current = stale ? base.conversation : conversation;
  return {
    ...base,
    loaded: true,
    follows: null,
    conversationId: conversation.id,
    conversation: current,
    messages: merge(base.messages, messages),
    readSeq: Math.max(base.readSeq, messages.at(-1)?.seq ?? 0),
    seenSeq: Math.max(base.seenSeq, seenSeq),
    ending: isOver(current) ? 'no' : base.ending,
    typing: writes(messages) || isOver(current) ? null : base.typing,
  };
}

/** Takes in an own message that the server has acknowledged, wherever it put it. */
function store(state: ChatState, event: Extract<ChatEvent, { type: 'message.stored' }>): ChatState {
  const here = event.conversationId === state.conversationId;
  const base = here ? state : { ...blank(state), moved: !event.expected };
  return {
    ...base,
    loaded: true,
    follows: null,
    conversationId: event.conversationId,
    messages: merge(base.messages, [event.message]),
  };
}

/** A panel without a conversation; what belongs to the customer and not to the conversation stays. */
function blank({ status, pending, uploads, draft }: ChatState): ChatState {
  return { ...initialState, status, pending, uploads, draft };
}

function merge(
  known: readonly WidgetMessage[],
  more: readonly WidgetMessage[],
): readonly WidgetMessage[] {
  const first = more[0];
  if (!first) return known;
  const last = known.at(-1);
  if (!last) return more.toSorted((one, other) => one.seq - other.seq);
  const bySeq = new Map([...known, ...more].map((message) => [message.seq, message]));
  return [...bySeq.values()].toSorted((one, other) => one.seq - other.seq);
}

function putUpload(uploads: readonly Upload[], upload: Upload): readonly Upload[] {
  const known = uploads.some(({ id }) => id === upload.id);
  return known
    ? uploads.map((other) => (other.id === upload.id ? upload : other))
    : [...uploads, upload];
}

const isOver = (conversation: WidgetConversation | null) => conversation?.state === 'ended';
const writes = (messages: readonly WidgetMessage[]) =>
  messages.some(({ author }) => author.kind !== 'customer');
