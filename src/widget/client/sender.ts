import type { WidgetReply } from '../../contracts/widget.ts';
import { coalesce } from '../lib/coalesce.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import type { Result } from './result.ts';

type Stored = WidgetReply<'message.send'>;

type Options = {
  outbox: Outbox;
  send(entry: OutboxEntry): Promise<Result<Stored>>;
  /** Runs one act at a time over all tabs of the site, where the browser can. */
  exclusive(act: () => Promise<void>): Promise<void>;
  wait(ms: number): Promise<void>;
  onStored(entry: OutboxEntry, stored: Stored): void;
  onOutboxChanged(): void;
};

/** Tries of one message that the server meets with trouble, before the customer is asked. */
const MAX_TRIES = 4;
const PAUSE_MS = 1_000;

/**
 * Empties the outbox in order, one message at a time. Without a connection it stops and leaves all as
 * it is; a message that can never be sent is marked and no longer holds up the rest.
 */
export function createSender(options: Options): { flush(): Promise<void> } {
  const act = async () => {
    await options.exclusive(() => drain(options));
    return false;
  };
  return { flush: coalesce(act) };
}

async function drain(options: Options): Promise<void> {
  for (;;) {
    // Read anew each time: another tab, or a read of the conversation, may have settled it.
    const entry = options.outbox.list().find(({ failure }) => failure === null);
    if (!entry || !(await deliver(entry, options))) return;
    options.onOutboxChanged();
  }
}

/** Whether the next message may follow: false when there is no connection. */
async function deliver(
  entry: OutboxEntry,
  { outbox, send, wait, onStored }: Options,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(entry);
    if (answer.ok) {
      outbox.settle([entry.clientId]);
      // What else was meant for a conversation that is over belongs where this message went.
      outbox.retarget(entry.conversationId, answer.data.conversationId);
      onStored(entry, answer.data);
      return true;
    }
    if (answer.problem.code === 'offline') return false;
    if (!answer.problem.retry || tries === MAX_TRIES) {
      outbox.setFailure(entry.clientId, answer.problem.detail);
      return true;
    }
    await wait(PAUSE_MS * 2 ** (tries - 1));
    if (!outbox.list().some(({ clientId }) => clientId === entry.clientId)) return true;
  }
}
