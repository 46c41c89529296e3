import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type {
  BotAnswer,
  WidgetAnswer,
  WidgetChange,
  WidgetCommandName,
  WidgetConversation,
  WidgetReply,
} from '../../src/contracts/widget.ts';
import { until } from './wait.ts';

export type Customer = Awaited<ReturnType<typeof openCustomer>>;

/** Asks for a visitor's token, as a browser without one does. */
export async function askForToken(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/api/widget/visitors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
  if (answer.status !== 200) throw new Error(`No visitor: ${answer.status}`);
  return ((await answer.json()) as { token: string }).token;
}

/** Connects with a token; rejects with the problem the server gives. */
export function connectWidget(url: string, token: unknown): Promise<Socket> {
  const socket = io(`${url}/widget`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}

/** One tab of a customer's browser: speaks the widget protocol and nothing else. */
export async function openCustomer(url: string, { key, token }: { key?: string; token?: string }) {
  const own = token ?? (await askForToken(url, key ?? ''));
  const socket = await connectWidget(url, own);
  const changes: WidgetChange[] = [];
  socket.on('change', (change: WidgetChange) => changes.push(change));
  let conversationId: string | null = null;

  const ask = (name: string, request: unknown): Promise<WidgetAnswer<WidgetCommandName>> =>
    socket.timeout(40_000).emitWithAck(name, request);

  async function call<Name extends WidgetCommandName>(
    name: Name,
    request: unknown,
  ): Promise<WidgetReply<Name>> {
    const answer = (await ask(name, request)) as WidgetAnswer<Name>;
    if (!answer.ok)
      throw Object.assign(new Error(answer.problem.detail), { problem: answer.problem });
    return answer.data;
  }

  async function send(
    text: string,
    more: { answer?: BotAnswer; clientId?: string; to?: string | null; files?: string[] } = {},
  ) {
    const sent = await call('message.send', {
      conversationId: more.to === undefined ? conversationId : more.to,
      clientId: more.clientId ?? randomUUID(),
      text,
      attachmentIds: more.files ?? [],
      answer: more.answer ?? null,
    });
    conversationId = sent.conversationId;
    return sent;
  }

  async function read(of: string | null = conversationId) {
    const { conversation, messages } = await call('conversation.read', {
      conversationId: of,
      afterSeq: 0,
    });
    return { conversation: conversation as WidgetConversation, messages };
  }

  return {
    token: own,
    socket,
    changes,
    ask,
    call,
    send,
    read,
    conversationId: () => conversationId ?? '',
    choose: (optionId: string) => send(optionId, { answer: { kind: 'choice', optionId } }),
    /** Reads until the conversation is in a state. */
    reaches: (state: WidgetConversation['state']) =>
      until(`conversation ${state}`, async () => {
        const { conversation } = await read();
        return conversation.state === state ? conversation : null;
      }),
    close: () => void socket.close(),
  };
}
