/**
 * The server side of the widget protocol in memory, for tests of the widget in a browser: a test steers
 * it, so that lost acknowledgements and sudden ends happen exactly when they should.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { Server } from 'socket.io';
import type { Attachment } from '../../src/contracts/attachments.ts';
import type { Problem } from '../../src/contracts/problems.ts';
import type {
  WidgetConfig,
  WidgetConversation,
  WidgetMessage,
  WidgetRequest,
  WidgetUpdate,
} from '../../src/contracts/widget.ts';

type Thread = { conversation: WidgetConversation; messages: WidgetMessage[] };

/** What a test can see of the peer and do to it. */
export type WidgetPeer = {
  origin: string;
  config: WidgetConfig;
  threads: Thread[];
  /** Every `message.send` that arrived, repeated ones too. */
  sends: WidgetRequest<'message.send'>[];
  /** Every command that arrived, by name. */
  commands: string[];
  tokens: Set<string>;
  /** Page served at `/`. */
  page: string;
  /** So many of the next messages are stored without an acknowledgement, and the line is cut. */
  loseAcks: number;
  /** While set, every command is refused with it. */
  refuse: Partial<Problem> | null;
  say(message: Partial<WidgetMessage>): void;
  change(change: Partial<WidgetConversation>): void;
  typing(name: string, typing: boolean): void;
  /** Cuts all lines and turns new ones away until `restore`. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
};

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'cross-origin-resource-policy': 'cross-origin',
  // The strictest page a widget may be put on: no inline styles or scripts, no HTML from strings.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'",
};
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

/** Starts on a free port of the loopback; `folder` holds the built widget. */
export async function startWidgetPeer(folder: string): Promise<WidgetPeer> {
  let cut = false;
  const server = createServer((request, response) => void answer(peer, folder, request, response));
  const io = new Server(server, {
    transports: ['websocket'],
    allowRequest: (_, decide) => decide(null, !cut),
  });
  const space = io.of('/widget');

  const latest = () => peer.threads.at(-1);
  const announce = (thread: Thread) => {
    const { id, version } = thread.conversation;
    space.emit('change', {
      event: 'conversation.changed',
      conversationId: id,
      version,
      lastSeq: thread.messages.length,
    });
  };
  const peer: WidgetPeer = {
    origin: '',
    config: configuration(),
    threads: [],
    sends: [],
    commands: [],
    tokens: new Set(),
    page: '',
    loseAcks: 0,
    refuse: null,
    say(message) {
      const thread = latest();
      if (!thread) throw new Error('There is no conversation to speak in');
      thread.messages.push(messageOf(thread, message));
      announce(thread);
    },
    change(change) {
      const thread = latest();
      if (!thread) throw new Error('There is no conversation to change');
      const version = thread.conversation.version + 1;
      thread.conversation = { ...thread.conversation, ...change, version };
      announce(thread);
    },
    typing(name, typing) {
      space.emit('change', {
        event: 'agent.typing',
        conversationId: latest()?.conversation.id,
        name,
        typing,
      });
    },
    cut() {
      cut = true;
      for (const socket of space.sockets.values()) socket.conn.close();
    },
    restore() {
      cut = false;
    },
    close: () => new Promise((resolve) => void io.close(() => resolve())),
  };

  space.use((socket, next) => {
    const token: unknown = socket.handshake.auth['token'];
    if (typeof token === 'string' && peer.tokens.has(token)) return next();
    next(Object.assign(new Error('refused'), { data: { code: 'sign_in_required', retry: false } }));
  });
  space.on('connection', (socket) => {
    socket.onAny((name: string, request: unknown, acknowledge?: (answer: unknown) => void) => {
      peer.commands.push(name);
      if (peer.refuse) return acknowledge?.({ ok: false, problem: peer.refuse });
      const data = run(peer, name, request);
      if (data === null) return acknowledge?.({ ok: false, problem: GONE });
      if (name === 'message.send' && peer.loseAcks > 0) {
        peer.loseAcks -= 1;
        socket.conn.close();
        return;
      }
      acknowledge?.({ ok: true, data });
      const thread = latest();
      if (name !== 'conversation.read' && name !== 'typing' && thread) announce(thread);
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  peer.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  peer.page = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title><main><h1>Shop</h1></main>
    <script src="${peer.origin}/widget/segue.js" data-key="wk_test_key" async></script></html>`;
  return peer;
}

const GONE: Partial<Problem> = {
  code: 'not_found',
  detail: 'There is no such conversation.',
  retry: false,
};

/** The answer, or null when the conversation is not there. */
function run(peer: WidgetPeer, name: string, request: unknown): unknown {
  if (name === 'conversation.read')
    return read(peer, request as WidgetRequest<'conversation.read'>);
  if (name === 'message.send') return send(peer, request as WidgetRequest<'message.send'>);
  const thread = peer.threads.at(-1);
  if (name === 'session.end' && thread) {
    const ended = {
      reason: 'customer' as const,
      at: new Date().toISOString(),
      nextStep: 'We follow up by email.',
      mayReply: false,
      copyTo: null,
      survey: null,
    };
    thread.conversation = {
      ...thread.conversation,
      version: thread.conversation.version + 1,
      state: 'ended',
      ended,
    };
  }
  if (name === 'identify') return { verified: false };
  return { conversation: thread?.conversation ?? null, messages: [] };
}

/** Null as in `run`. */
function read(
  peer: WidgetPeer,
  { conversationId, afterSeq }: WidgetRequest<'conversation.read'>,
): WidgetUpdate | null {
  const thread =
    conversationId === null
      ? peer.threads.at(-1)
      : peer.threads.find(({ conversation }) => conversation.id === conversationId);
  if (!thread) return conversationId === null ? { conversation: null, messages: [] } : null;
  return {
    conversation: thread.conversation,
    messages: thread.messages.filter(({ seq }) => seq > afterSeq),
  };
}

function send(peer: WidgetPeer, request: WidgetRequest<'message.send'>) {
  peer.sends.push(request);
  for (const { conversation, messages } of peer.threads) {
    const message = messages.find(({ clientId }) => clientId === request.clientId);
    if (message) return { conversationId: conversation.id, message };
  }
  const known = ({ conversation }: Thread) => conversation.id === request.conversationId;
  if (request.conversationId !== null && !peer.threads.some(known)) return null;
  // As the server does: into the chat that is named, else into the one that runs, else into a new one.
  const isOpen = ({ conversation }: Thread) => conversation.state !== 'ended';
  const thread =
    peer.threads.find((one) => known(one) && isOpen(one)) ??
    peer.threads.findLast(isOpen) ??
    openThread(peer);
  const attachments = request.attachmentIds.map((id) =>
    attachmentOf(id, `${peer.origin}/files/${id}`),
  );
  const message = messageOf(thread, {
    clientId: request.clientId,
    text: request.text,
    attachments,
  });
  thread.messages.push(message);
  return { conversationId: thread.conversation.id, message };
}

function openThread(peer: WidgetPeer): Thread {
  const thread: Thread = {
    conversation: {
      id: randomUUID(),
      version: 1,
      state: 'bot',
      queue: null,
      agent: null,
      ended: null,
      quiet: false,
      mayEnd: true,
      seenByAgentSeq: 0,
    },
    messages: [],
  };
  peer.threads.push(thread);
  return thread;
}

function messageOf(thread: Thread, message: Partial<WidgetMessage>): WidgetMessage {
  return {
    id: randomUUID(),
    seq: thread.messages.length + 1,
    clientId: null,
    author: { kind: 'customer', name: 'Visitor' },
    text: '',
    attachments: [],
    prompt: null,
    at: new Date().toISOString(),
    ...message,
  };
}

function attachmentOf(id: string, url: string): Attachment {
  return { id, name: 'photo.png', type: 'image/png', sizeBytes: 84_000, url, inline: true };
}

function configuration(): WidgetConfig {
  return {
    workspaceName: 'Lowtide Coffee',
    greeting: 'Hello! Ask us about an order, a subscription or a grinder.',
    assistantName: 'Tilda',
    accentColor: '#0f766e',
    agentsOnline: true,
    customerMayEnd: true,
    open: true,
    askUrl: null,
    upload: { maxBytes: 5_000_000, types: ['image/*', 'application/pdf', 'text/plain'] },
  };
}

async function answer(
  peer: WidgetPeer,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://peer').pathname;
  const give = (status: number, type: string, body: string | Buffer) =>
    response.writeHead(status, { ...HEADERS, 'content-type': type }).end(body);
  if (request.method === 'OPTIONS') return void give(204, 'text/plain', '');
  if (path === '/') return void give(200, 'text/html', peer.page);
  if (path === '/api/widget/config')
    return void give(200, 'application/json', JSON.stringify(peer.config));
  if (path === '/api/widget/visitors') {
    const token = randomUUID();
    peer.tokens.add(token);
    return void give(200, 'application/json', JSON.stringify({ token }));
  }
  if (path === '/api/widget/files') {
    for await (const _ of request) void _;
    const id = randomUUID();
    return void give(200, 'application/json', JSON.stringify(attachmentOf(id, `/files/${id}`)));
  }
  if (path.startsWith('/files/')) return void give(200, 'image/svg+xml', PICTURE);
  if (path.startsWith('/widget/')) {
    const file = await readFile(join(folder, path.slice('/widget/'.length))).catch(() => null);
    if (file) return void give(200, TYPES[extname(path)] ?? 'text/plain', file);
  }
  give(404, 'text/plain', 'Not found');
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320"><rect width="480" height="320" fill="#d9c7a8"/><circle cx="240" cy="170" r="90" fill="#5b3a22"/></svg>';
