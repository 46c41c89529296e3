import type { Connection } from './connection.ts';
import type { Ground } from './core.ts';
import type { VisitorToken } from './visitor.ts';

type Options = {
  ground: Ground;
  token: VisitorToken;
  connection: Connection;
  flush(): Promise<void>;
};

/** The way from nothing to a visitor with a line. */
export type VisitorLine = {
  connect(): Promise<void>;
  /** The server does not know this visitor any more. */
  renew(): void;
};

const RETRY_MS = 4_000;

/** Gets a token where there is none, opens the line with it and sends what waits. */
export function createVisitorLine({ ground, token, connection, flush }: Options): VisitorLine {
  const { store, keep, outbox } = ground;
  let used: string | null = null;
  let renewed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connect = async (): Promise<void> => {
    clearTimeout(retry);
    const visitor = await token.get();
    if (visitor.ok) {
      used = visitor.data;
      connection.open(used);
      return flush();
    }
    store.dispatch({ type: 'connection.changed', status: 'offline' });
    const { retry: mayRetry, detail } = visitor.problem;
    if (mayRetry) retry = setTimeout(() => void connect(), RETRY_MS);
    else outbox.list().forEach(({ clientId }) => outbox.setFailure(clientId, detail));
    store.dispatch({ type: 'outbox.changed', pending: outbox.list() });
  };

  const forget = () => {
    keep.setToken(null);
    keep.setPlace({ id: null, follows: null });
    keep.setLive(false);
    for (const { conversationId } of outbox.list()) outbox.retarget(conversationId, null);
    store.dispatch({ type: 'conversation.lost' });
  };

  return {
    connect,
    /** Begins anew, once in the life of a page, and keeps what was not sent. */
    renew() {
      // Another tab may have begun anew already; then its token is taken.
      if (keep.token() === used) forget();
      const idle = keep.token() === null && outbox.list().length === 0;
      if (renewed || idle) return;
      renewed = true;
      void connect();
    },
  };
}
