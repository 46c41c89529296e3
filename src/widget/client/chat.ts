import type { BotAnswer, WidgetConfig } from '../../contracts/widget.ts';
import type { IdentifyDetails } from '../host.ts';
import type { KeyValue } from '../lib/storage.ts';
import { reduce } from '../state/state.rules.ts';
import { initialState } from '../state/state.ts';
import type { ChatEvent, ChatState } from '../state/state.ts';
import { createStore } from '../state/store.ts';
import type { Store } from '../state/store.ts';
import { createAfterwards } from './afterwards.ts';
import type { Afterwards } from './afterwards.ts';
import { createCommands } from './commands.ts';
import type { Commands } from './commands.ts';
import { createCore } from './core.ts';
import { createHttp } from './http.ts';
import { createKeep } from './keep.ts';
import { createOutbox } from './outbox.ts';
import { createTypingSignal } from './typing.ts';
import { createUploads } from './uploads.ts';
import type { Uploads } from './uploads.ts';

type Options = {
  key: string;
  origin: string;
  config: WidgetConfig;
  storage: KeyValue;
  now(): number;
  newId(): string;
};

/** What the customer can do, whatever the panel looks like. */
export type Chat = Commands &
  Afterwards & {
    store: Store<ChatState, ChatEvent>;
    uploads: Uploads;
    /** Takes up what this browser remembers; without memory nothing goes over the network. */
    start(): void;
    send(text: string, answer?: BotAnswer): void;
    retry(clientId: string): void;
    discard(clientId: string): void;
    startNew(): void;
    /** Keeps the draft and lets the agent know that the customer is typing. */
    write(text: string): void;
    /** All messages on screen count as seen. */
    look(): void;
    identify(details: IdentifyDetails): void;
    dismissBanner(): void;
    /** The network or the reader is back: connect without waiting, and read the place in the queue. */
    wake(): void;
  };

/** Everything behind the panel: state, protocol and what is kept in the browser. */
export function createChat({ key, origin, config, storage, now, newId }: Options): Chat {
  const keep = createKeep(storage, key);
  const outbox = createOutbox(storage, keep.prefix, now);
  const http = createHttp(origin, key);
  const store = createStore(reduce, {
    ...initialState,
    follows: keep.place().follows,
    draft: keep.draft(),
  });
  const { get, dispatch } = store;
  let identity: IdentifyDetails | null = null;
  const core = createCore({ origin, store, keep, outbox, http, identity: () => identity });
  const uploads = createUploads({
    store,
    http,
    rules: config.upload,
    token: core.token.get,
    newId,
  });
  const typing = createTypingSignal({
    now,
    send(on) {
      const { conversation } = get();
      if (conversation?.state !== 'with_agent') return;
      void core.connection.call('typing', { conversationId: conversation.id, typing: on });
    },
  });

  const setDraft = (text: string) => {
    dispatch({ type: 'draft.changed', text });
    keep.setDraft(text);
    core.tabs.tell({ kind: 'draft', text });
  };

  return {
    ...createCommands(store, core),
    ...createAfterwards(store, core),
    store,
    uploads,
    start() {
      dispatch({ type: 'outbox.changed', pending: outbox.list() });
      if (keep.token() === null) dispatch({ type: 'conversation.none' });
      if (keep.token() !== null || outbox.list().length > 0) void core.connect();
    },
    send(text, answer) {
      const { conversationId, follows, uploads: files } = get();
      const ready = answer ? [] : files.filter(({ attachment }) => attachment !== null);
      const attachments = ready.flatMap(({ attachment }) => (attachment ? [attachment] : []));
      if (text.trim() === '' && attachments.length === 0) return;
      outbox.add({
        clientId: newId(),
        conversationId: conversationId ?? follows,
        text: text.trim(),
        attachments,
        answer: answer ?? null,
        fresh: conversationId === null,
      });
      keep.setLive(true);
      dispatch({ type: 'uploads.removed', ids: ready.map(({ id }) => id) });
      typing.stopped();
      core.outboxChanged();
      void core.connect();
    },
    retry(clientId) {
      outbox.setFailure(clientId, null);
      core.outboxChanged();
      void core.connect();
    },
    discard(clientId) {
      outbox.settle([clientId]);
      core.outboxChanged();
    },
    startNew() {
      dispatch({ type: 'conversation.left' });
      keep.setPlace({ id: null, follows: get().follows });
      core.tabs.tell({ kind: 'place' });
    },
    write(text) {
      setDraft(text);
      if (text === '') typing.stopped();
      else typing.keyed();
    },
    look() {
      const { conversationId, messages, seenSeq } = get();
      const seq = messages.at(-1)?.seq ?? 0;
      if (conversationId === null || seq <= seenSeq) return;
      dispatch({ type: 'looked', seq });
      keep.setSeenSeq(conversationId, seq);
      core.tabs.tell({ kind: 'seen' });
    },
    identify(details) {
      identity = details;
      if (get().status === 'online') void core.connection.call('identify', details);
    },
    dismissBanner: () => dispatch({ type: 'banner.changed', text: null }),
    wake() {
      if (get().status === 'online') {
        if (get().conversation?.state === 'waiting') void core.sync();
      } else if (keep.token() === null && outbox.list().length > 0) void core.connect();
      else core.connection.hurry();
    },
  };
}
