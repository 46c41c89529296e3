import { io } from 'socket.io-client';
import type {
  WidgetAnswer,
  WidgetChange,
  WidgetCommandName,
  WidgetReply,
  WidgetRequest,
} from '../../contracts/widget.ts';
import { offline, refusalOf, timedOut } from './result.ts';
import type { Result } from './result.ts';

/** `refused`: the server does not know the token; nothing is tried again until a new `open`. */
export type ConnectionStatus = 'idle' | 'connecting' | 'online' | 'offline' | 'refused';

/** The live line to Segue. */
export type Connection = {
  /** Connects with this token; with the token it has already, nothing happens. */
  open(token: string): void;
  /** Ends a pause between two attempts, because the network or the reader has just come back. */
  hurry(): void;
  call<Name extends WidgetCommandName>(
    name: Name,
    request: WidgetRequest<Name>,
  ): Promise<Result<WidgetReply<Name>>>;
};

type Options = {
  origin: string;
  onStatus(status: ConnectionStatus): void;
  onChange(change: WidgetChange): void;
};

const ACK_TIMEOUT_MS = 10_000;
const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 15_000;

/** A Socket.IO line that is opened on demand and comes back by itself, with growing pauses and jitter. */
export function createConnection({ origin, onStatus, onChange }: Options): Connection {
  let token = '';
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const socket = io(`${origin}/widget`, {
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: RETRY_MIN_MS,
    reconnectionDelayMax: RETRY_MAX_MS,
    timeout: 8_000,
    auth: (give) => give({ token }),
  });

  /** Socket.IO retries lost lines by itself, but not what the server turned away: that is done here. */
  const retryLater = () => {
    attempts += 1;
    clearTimeout(timer);
    timer = setTimeout(
      () => socket.connect(),
      Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** attempts),
    );
  };

  socket.on('connect', () => {
    attempts = 0;
    onStatus('online');
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    onStatus('offline');
    if (reason === 'io server disconnect') retryLater();
  });
  socket.on('connect_error', (error) => {
    if (refusalOf('data' in error ? error.data : null).code === 'sign_in_required')
      return onStatus('refused');
    onStatus('offline');
    if (!socket.active) retryLater();
  });
  socket.on('change', onChange);

  return {
    open(next) {
      if (next === token) return;
      clearTimeout(timer);
      socket.disconnect();
      token = next;
      onStatus('connecting');
      socket.connect();
    },
    hurry() {
      if (token === '' || socket.connected) return;
      clearTimeout(timer);
      // Socket.IO has no way to cut its pause short but to start anew.
      socket.disconnect();
      socket.connect();
    },
    async call(name, request) {
      // Socket.IO would keep the command until it is back online; the outbox does that better.
      if (!socket.connected) return { ok: false, problem: offline };
      try {
        const answer: WidgetAnswer<typeof name> = await socket
          .timeout(ACK_TIMEOUT_MS)
          .emitWithAck(name, request);
        return answer.ok ? answer : { ok: false, problem: refusalOf(answer.problem) };
      } catch {
        return { ok: false, problem: timedOut };
      }
    },
  };
}
