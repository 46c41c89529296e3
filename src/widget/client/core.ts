import type { WidgetReply, WidgetUpdate } from '../../contracts/widget.ts';
import type { IdentifyDetails } from '../host.ts';
import { storedClientIds } from '../state/state.rules.ts';
import type { ChatEvent, ChatState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { createChangeListener } from './changes.ts';
import { createConnection } from './connection.ts';
import type { Connection, ConnectionStatus } from './connection.ts';
import type { Http } from './http.ts';
import type { Keep } from './keep.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { createPosition } from './position.ts';
import type { Position } from './position.ts';
import { createReader } from './reader.ts';
import { createSender } from './sender.ts';
import { createTabs } from './tabs.ts';
import type { TabNote, Tabs } from './tabs.ts';
import { createVisitorLine } from './visitor-line.ts';
import type { VisitorLine } from './visitor-line.ts';
import { createVisitorToken } from './visitor.ts';
import type { VisitorToken } from './visitor.ts';

/** What is the same for all parts below the customer's acts. */
export type Ground = {
  store: Store<ChatState, ChatEvent>;
  keep: Keep;
  outbox: Outbox;
  http: Http;
};

type Options = Ground & {
  origin: string;
  /** What the page told about its user, or null. */
  identity(): IdentifyDetails | null;
};

/** What runs below the customer's acts: the line, the outbox, the other tabs. */
export type Core = {
  tabs: Tabs;
  connection: Connection;
  token: VisitorToken;
  /** Makes sure there is a visitor and a line, then sends what waits. */
  connect(): Promise<void>;
  sync(): Promise<void>;
  /** Shows the outbox as it is now, here and in the other tabs. */
  outboxChanged(): void;
};

/** Joins connection, reader, sender and tabs to the store. */
export function createCore({ origin, identity, ...ground }: Options): Core {
  const { store, keep, outbox, http } = ground;
  const position = createPosition(store);
  const tabs: Tabs = createTabs(keep.prefix, (note) => void heard(note));
  const token = createVisitorToken(keep, http, tabs);
  const connection: Connection = createConnection({
    origin,
    onStatus: (status) => statusChanged(status),
    onChange: (change) => announced(change),
  });
  const { sync } = createReader({
    read: (request) => connection.call('conversation.read', request),
    position: position.current,
    onUpdate: (update) => takeUpdate(ground, position, update),
    onGone() {
      const { conversationId } = store.get();
      store.dispatch({ type: 'conversation.lost' });
      if (conversationId === null) return;
      // The next read asks for the latest, and what was not sent goes there too.
      keep.setPlace({ id: null, follows: null });
      outbox.retarget(conversationId, null);
      void sync();
    },
  });
  const outboxChanged = () => {
    showOutbox(ground);
    tabs.tell({ kind: 'outbox' });
  };
  const sender = createSender({
    outbox,
    send: (entry) => connection.call('message.send', requestOf(entry)),
    exclusive: (act) => tabs.exclusive('send', act),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onStored(entry, stored) {
      if (takeStored(ground, entry, stored) === 'here') return;
      tabs.tell({ kind: 'place' });
      void sync();
    },
    onOutboxChanged: outboxChanged,
  });
  const line: VisitorLine = createVisitorLine({ ground, token, connection, flush: sender.flush });
  const announced = createChangeListener({ store, position, sync });

  const statusChanged = (status: ConnectionStatus) => {
    store.dispatch({ type: 'connection.changed', status });
    if (status === 'refused') line.renew();
    if (status !== 'online') return;
    const details = identity();
    if (details) void connection.call('identify', details);
    // What the server has already is read first, and so leaves the outbox without being sent again.
    void sync().then(sender.flush);
  };

  const heard = async (note: TabNote) => {
    if (note.kind === 'visitor') {
      token.heard(note.token);
      return line.connect();
    }
    if (note.kind === 'draft') return store.dispatch({ type: 'draft.changed', text: note.text });
    const { id, follows } = keep.place();
    if (note.kind === 'seen') {
      return id ? store.dispatch({ type: 'looked', seq: keep.seenSeq(id) }) : undefined;
    }
    const { conversationId } = store.get();
    if (id === null && note.kind === 'place' && follows === conversationId) {
      store.dispatch({ type: 'conversation.left' });
    }
    if (id !== null && id !== conversationId) position.wantLatest();
    // Read first, so that a message another tab has sent does not vanish between outbox and log.
    await sync();
    showOutbox(ground);
  };

  return { tabs, connection, token, connect: line.connect, sync, outboxChanged };
}

function takeUpdate(
  { store, keep, outbox }: Ground,
  position: Position,
  update: WidgetUpdate,
): void {
  position.settled();
  const { conversation } = update;
  // The latest conversation may be the ended one that the customer has put aside.
  if (!conversation || conversation.id === keep.place().follows) {
    return store.dispatch({ type: 'conversation.none' });
  }
  outbox.settle(storedClientIds(update.messages));
  store.dispatch({ type: 'update.received', update, seenSeq: keep.seenSeq(conversation.id) });
  store.dispatch({ type: 'outbox.changed', pending: outbox.list() });
  if (keep.place().id !== conversation.id) keep.setPlace({ id: conversation.id, follows: null });
  keep.setLive(conversation.state !== 'ended');
}

/** Whether the message went into the conversation on screen, or moved the panel to another one. */
function takeStored(
  { store, keep }: Ground,
  entry: OutboxEntry,
  { conversationId, message }: WidgetReply<'message.send'>,
): 'here' | 'moved' {
  const { follows, conversation } = store.get();
  const expected = [conversationId, follows, null].includes(entry.conversationId);
  keep.setPlace({ id: conversationId, follows: null });
  store.dispatch({ type: 'message.stored', conversationId, message, expected });
  return conversation?.id === conversationId ? 'here' : 'moved';
}

function showOutbox({ store, outbox }: Ground): void {
  store.dispatch({ type: 'outbox.changed', pending: outbox.list() });
}

function requestOf({ conversationId, clientId, text, attachments, answer, fresh }: OutboxEntry) {
  const attachmentIds = attachments.map(({ id }) => id);
  return { conversationId, clientId, text, attachmentIds, answer, fresh: fresh ?? false };
}
