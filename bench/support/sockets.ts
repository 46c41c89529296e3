import { io, type Socket } from 'socket.io-client';
import type { DeskChange } from '../../src/contracts/realtime.ts';
import type { WidgetAnswer, WidgetCommandName } from '../../src/contracts/widget.ts';
import type { BenchInstance } from './instance.ts';

export interface WidgetSocket {
  emit(name: WidgetCommandName, request: unknown): Promise<WidgetAnswer<WidgetCommandName>>;
  close(): void;
}

const answerMs = 60_000;

/** A customer's tab. */
export async function openWidgetSocket(
  instance: BenchInstance,
  token: string,
): Promise<WidgetSocket> {
  const socket = io(`${instance.url}/widget`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token },
  });
  await connected(socket);
  return {
    emit: (name, request) => socket.timeout(answerMs).emitWithAck(name, request),
    close: () => void socket.close(),
  };
}

/** An agent's desk that notes when it hears of each message. */
export async function openDeskSocket(instance: BenchInstance, email: string) {
  const cookie = await instance.signIn(email);
  const socket = io(`${instance.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie, origin: instance.url },
  });
  const heardAt = new Map<string, number>();
  socket.on('change', ({ event, id }: DeskChange) => {
    if (event === 'message.created') heardAt.set(id, performance.now());
  });
  await connected(socket);
  return {
    /** Milliseconds from the sending of each message to hearing of it; waits for the last. Throws when one stays out. */
    async heard(sent: ReadonlyMap<string, number>): Promise<number[]> {
      const deadline = performance.now() + answerMs;
      while ([...sent.keys()].some((id) => !heardAt.has(id))) {
        if (performance.now() > deadline)
          throw new Error('The desk has not heard of every message.');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return [...sent].map(([id, begin]) => (heardAt.get(id) ?? 0) - begin);
    },
    close: () => void socket.close(),
  };
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
}
