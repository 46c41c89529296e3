import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
  visitorSchema,
  type BotAnswer,
  type WidgetAnswer,
  type WidgetCommandName,
  type WidgetConversation,
  type WidgetMessage,
  type WidgetReply,
  type WidgetRequest,
} from '../../contracts/widget.ts';
import type { Api } from './api.ts';
import type { Pace } from './pace.ts';

/** One tab of a customer's browser. */
export interface WidgetClient {
  conversation(): WidgetConversation | null;
  messages(): readonly WidgetMessage[];
  send(text: string, answer?: BotAnswer): Promise<void>;
  requestPerson(): Promise<void>;
  end(): Promise<void>;
  typing(typing: boolean): void;
  close(): void;
}

const answerMs = 10_000;
const attempts = 5;

/** Opens the chat as the widget does: a visitor's token, a socket, and reading whenever something changed. */
export async function openWidget(options: {
  api: Api;
  key: string;
  pace: Pace;
}): Promise<WidgetClient> {
  const { api, key, pace } = options;
  const { token } = await api.post('/api/widget/visitors', visitorSchema, { key });
  const socket: Socket = io(`${api.url}/widget`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token },
  });
  const messages = new Map<number, WidgetMessage>();
  let conversation: WidgetConversation | null = null;
  let reading = Promise.resolve();

  async function call<Name extends WidgetCommandName>(
    name: Name,
    request: WidgetRequest<Name>,
  ): Promise<WidgetReply<Name>> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = (await socket
        .timeout(answerMs)
        .emitWithAck(name, request)
        .catch(() => null)) as WidgetAnswer<Name> | null;
      if (answer?.ok) return answer.data;
      const refusal = answer?.problem;
      if ((refusal && !refusal.retry) || attempt === attempts) {
        throw Object.assign(new Error(`${name}: ${refusal?.detail ?? 'no answer'}`), {
          status: refusal?.status ?? 0,
          code: refusal?.code ?? 'no_answer',
        });
      }
      await pace.waitReal(1_000 * attempt);
    }
  }

  async function read(): Promise<void> {
    const afterSeq = Math.max(0, ...messages.keys());
    const conversationId = conversation?.id ?? null;
    const update = await call('conversation.read', { conversationId, afterSeq });
    conversation = update.conversation;
    for (const message of update.messages) messages.set(message.seq, message);
  }

  /** One reading after the other, and none that fails ends the chat: the next change reads again. */
  function refresh(): Promise<void> {
    reading = reading.then(read).catch(() => undefined);
    return reading;
  }

  socket.on('change', (change: { event: string }) => {
    if (change.event === 'conversation.changed') void refresh();
  });
  // After a break the server has forgotten which conversation this tab listens to.
  socket.on('connect', () => {
    if (conversation !== null) void refresh();
  });
  const idOf = () => conversation?.id ?? '';

  return {
    conversation: () => conversation,
    messages: () => [...messages.values()].toSorted((left, right) => left.seq - right.seq),
    async send(text, answer) {
      const { conversationId } = await call('message.send', {
        conversationId: conversation?.id ?? null,
        clientId: randomUUID(),
        text,
        attachmentIds: [],
        answer: answer ?? null,
      });
      if (conversationId !== conversation?.id) messages.clear();
      await refresh();
    },
    async requestPerson() {
      await call('person.request', { conversationId: idOf() });
      await refresh();
    },
    async end() {
      await call('session.end', { conversationId: idOf() });
      await refresh();
    },
    typing: (typing) => void socket.emit('typing', { conversationId: idOf(), typing }),
    close: () => void socket.close(),
  };
}
