import type { Attachment } from '../../contracts/attachments.ts';
import type { BotAnswer } from '../../contracts/widget.ts';
import type { KeyValue } from '../lib/storage.ts';

/** A message the customer wrote that the server has not acknowledged. */
export type OutboxEntry = {
  /** Made once and kept over every retry: the server stores it at most once. */
  clientId: string;
  conversationId: string | null;
  text: string;
  attachments: Attachment[];
  answer: BotAnswer | null;
  /** Written after "New conversation"; absent in entries that an older version left. */
  fresh?: boolean;
  /** When it was written, in milliseconds; rises strictly, so it also is the order of sending. */
  order: number;
  /** Why it was given up, for the customer to read; null while it is on its way. */
  failure: string | null;
};

/** Unsent messages that survive a reload. */
export type Outbox = {
  list(): OutboxEntry[];
  add(entry: Omit<OutboxEntry, 'order' | 'failure'>): void;
  /** Forgets what the server has. */
  settle(clientIds: readonly string[]): void;
  /** Marks as given up, or with null as waiting again. */
  setFailure(clientId: string, failure: string | null): void;
  /** Points what was meant for one conversation at another. */
  retarget(from: string | null, to: string | null): void;
};

/**
 * Keeps each message under a key of its own, so that two tabs which write at the same moment never
 * overwrite each other: with one list under one key the later writer would lose the other's message.
 */
export function createOutbox(storage: KeyValue, prefix: string, now: () => number): Outbox {
  const keyOf = (clientId: string) => `${prefix}out.${clientId}`;
  const save = (entry: OutboxEntry) => storage.set(keyOf(entry.clientId), JSON.stringify(entry));
  const list = () =>
    storage
      .keys()
      .filter((key) => key.startsWith(`${prefix}out.`))
      .flatMap((key) => readEntry(storage.get(key)))
      .toSorted(
        (one, other) => one.order - other.order || (one.clientId < other.clientId ? -1 : 1),
      );
  const update = (matches: (entry: OutboxEntry) => boolean, change: Partial<OutboxEntry>) => {
    for (const entry of list()) if (matches(entry)) save({ ...entry, ...change });
  };
  return {
    list,
    add(entry) {
      const last = list().at(-1)?.order ?? 0;
      save({ ...entry, order: Math.max(now(), last + 1), failure: null });
    },
    settle: (clientIds) => clientIds.forEach((clientId) => storage.remove(keyOf(clientId))),
    setFailure: (clientId, failure) => update((entry) => entry.clientId === clientId, { failure }),
    retarget: (from, to) =>
      from === to
        ? undefined
        : update((entry) => entry.conversationId === from, { conversationId: to }),
  };
}

/** Empty for anything that is not an entry: the host page can write into the same storage. */
function readEntry(text: string | null): OutboxEntry[] {
  try {
    const entry = JSON.parse(text ?? 'null') as OutboxEntry | null;
    return typeof entry?.clientId === 'string' &&
      typeof entry.text === 'string' &&
      Array.isArray(entry.attachments)
      ? [entry]
      : [];
  } catch {
    return [];
  }
}
