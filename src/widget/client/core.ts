import type { WidgetChange, WidgetUpdate } from '../../contracts/widget.ts';
import type { IdentifyDetails } from '../host.ts';
import { storedClientIds } from '../state/state.rules.ts';
import type { ChatEvent, ChatState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { createConnection } from './connection.ts';
import type { Connection, ConnectionStatus } from './connection.ts';
import type { Http } from './http.ts';
import type { Keep } from './keep.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { createReader } from './reader.ts';
import { createSender } from './sender.ts';
import { createTabs } from './tabs.ts';
import type { TabNote, Tabs } from './tabs.ts';
import { createVisitorToken } from './visitor.ts';

type Options = {
  origin: string;
  store: Store<ChatState, ChatEvent>;
  keep: Keep;
  outbox: Outbox;
  http: Http;
  /** What the page told about its user, or null. */
  identity(): IdentifyDetails | null;
};

/** What runs below the customer's acts: the line, the outbox, the other tabs. */
export type Core = {
  tabs: Tabs;
  connection: Connection;
  token: ReturnType<typeof createVisitorToken>;
  /** Makes sure there is a visitor and a line, then sends what waits. */
  connect(): Promise<void>;
  sync(): Promise<void>;
  /** Shows the outbox as it is now, here and in the other tabs. */
  outboxChanged(): void;
};

const VISITOR_RETRY_MS = 4_000;
const TYPING_SHOWN_MS = 8_000;

/** Joins connection, reader, sender and tabs to the store. */
export function createCore({ origin, store, keep, outbox, http, identity }: Options): Core {
  const { get, dispatch } = store;
  let usedToken = '';
  let renewed = false;
  let latestWanted = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;

  const tabs = createTabs(keep.prefix, (note) => void heard(note));
  const token = createVisitorToken(keep, http, tabs);
  const connection = createConnection({ origin, onStatus, onChange });
  const { sync } = createReader({
    read: (request) => connection.call('conversation.read', request),
    position: () =>
      latestWanted
        ? { conversationId: null, afterSeq: 0 }
        : { conversationId: get().conversationId, afterSeq: get().readSeq },
    onUpdate,
    onGone: () => {
      latestWanted = true;
      dispatch({ type: 'conversation.none' });
    },
  });
  const sender = createSender({
    outbox,
    send: (entry) => connection.call('message.send', requestOf(entry)),
    exclusive: (act) => tabs.exclusive('send', act),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onStored,
    onOutboxChanged: () => outboxChanged(),
  });

  function showOutbox() {
    dispatch({ type: 'outbox.changed', pending: outbox.list() });
  }

  function outboxChanged() {
    showOutbox();
    tabs.tell({ kind: 'outbox' });
  }

  async function connect() {
    clearTimeout(retry);
    const visitor = await token();
    if (visitor.ok) {
      usedToken = visitor.data;
      connection.open(usedToken);
      return sender.flush();
    }
    dispatch({ type: 'connection.changed', status: 'offline' });
    if (visitor.problem.retry) retry = setTimeout(() => void connect(), VISITOR_RETRY_MS);
    else outbox.list().forEach(({ clientId }) => outbox.setFailure(clientId, visitor.problem.detail));
    showOutbox();
  }

  function onStatus(status: ConnectionStatus) {
    dispatch({ type: 'connection.changed', status });
    if (status === 'refused') return renewVisitor();
    if (status !== 'online') return;
    const details = identity();
    if (details) void connection.call('identify', details);
    // What the server has already is read first, and so leaves the outbox without being sent again.
    void sync().then(() => sender.flush());
  }

  /** The server does not know this visitor any more: begin anew, once, and keep what was not sent. */
  function renewVisitor() {
    if (keep.token() === usedToken) {
      keep.setToken(null);
      keep.setPlace({ id: null, follows: null });
      for (const { conversationId } of outbox.list()) outbox.retarget(conversationId, null);
      dispatch({ type: 'visitor.lost' });
    }
    if (renewed || (keep.token() === null && outbox.list().length === 0)) return;
    renewed = true;
    void connect();
  }

  function onChange(change: WidgetChange) {
    const { conversation, conversationId, readSeq, follows } = get();
    if (change.event === 'agent.typing') {
      if (change.conversationId !== conversationId) return;
      clearTimeout(typingEnds);
      dispatch({ type: 'typing.changed', name: change.typing ? change.name : null });
      // The signal that ends it can get lost with the agent's line.
      typingEnds = setTimeout(() => dispatch({ type: 'typing.changed', name: null }), TYPING_SHOWN_MS);
    } else if (change.conversationId !== conversationId) {
      latestWanted = change.conversationId !== follows;
      if (latestWanted) void sync();
    } else if (change.version > (conversation?.version ?? -1) || change.lastSeq > readSeq) {
      void sync();
    }
  }

  function onUpdate(update: WidgetUpdate) {
    latestWanted = false;
    const id = update.conversation?.id ?? null;
    // The latest conversation may be the ended one that the customer has put aside.
    if (id === null || id === keep.place().follows) return dispatch({ type: 'conversation.none' });
    outbox.settle(storedClientIds(update.messages));
    dispatch({ type: 'update.received', update, seenSeq: keep.seenSeq(id) });
    showOutbox();
    if (keep.place().id !== id) keep.setPlace({ id, follows: null });
  }

  function onStored(entry: OutboxEntry, { conversationId, message }: { conversationId: string; message: WidgetUpdate['messages'][number] }) {
    const { follows, conversation } = get();
    const expected = [conversationId, follows, null].includes(entry.conversationId);
    keep.setPlace({ id: conversationId, follows: null });
    dispatch({ type: 'message.stored', conversationId, message, expected });
    if (conversation?.id === conversationId) return;
    tabs.tell({ kind: 'place' });
    void sync();
  }

  async function heard(note: TabNote) {
    if (note.kind === 'visitor') return connect();
    if (note.kind === 'draft') return dispatch({ type: 'draft.changed', text: note.text });
    const { id, follows } = keep.place();
    if (note.kind === 'seen') return id ? dispatch({ type: 'looked', seq: keep.seenSeq(id) }) : undefined;
    if (note.kind === 'place' && id === null && follows === get().conversationId) dispatch({ type: 'conversation.left' });
    if (id !== null && id !== get().conversationId) latestWanted = true;
    // Read first, so that a message another tab has sent does not vanish between outbox and log.
    await sync();
    showOutbox();
  }

  return { tabs, connection, token, connect, sync, outboxChanged };
}

function requestOf({ conversationId, clientId, text, attachments, answer }: OutboxEntry) {
  return { conversationId, clientId, text, attachmentIds: attachments.map(({ id }) => id), answer };
}
