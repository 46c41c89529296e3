/**
 * How many messages of customers a second are committed, and how soon does an agent's desk hear of them?
 *
 * Starts the whole program as a process of its own on an embedded PostgreSQL with its ordinary settings,
 * opens chats through the widget protocol and hands each to the team. Then it sends messages through all
 * of them: first at a fixed rate, then as fast as acknowledgements come back. An acknowledged message is
 * committed. One agent's desk is connected; a message has arrived there when its `message.created` is
 * heard. The baseline sends one message after the other, each waiting for the one before, in the same run.
 *
 * The gateway lets a visitor send twenty messages at once and then two a second. That limit stays: a round
 * sends at most twenty through each chat, with a pause between rounds. Visitors' tokens are limited to 120 a minute, so
 * two hundred chats take a minute to open. Sender, program and database share the machine.
 *
 *   npm run bench -- widget-messages [chats = 200] [messages = 2000] [rate = 100]
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WidgetAnswer, WidgetCommandName } from '../src/contracts/widget.ts';
import { startInstance, type BenchInstance } from './support/instance.ts';
import { openDeskSocket, openWidgetSocket, type WidgetSocket } from './support/sockets.ts';

const [chats = 200, messages = 2_000, rate = 100] = process.argv.slice(2).map(Number);
/** What one visitor may send at once. */
const burst = 20;
const pauseMs = 10_500;

type Desk = Awaited<ReturnType<typeof openDeskSocket>>;

interface Chat {
  readonly token: string;
  readonly socket: WidgetSocket;
  readonly conversationId: string;
}

interface Round {
  readonly name: string;
  readonly perSecond: number;
  readonly ackMs: readonly number[];
  readonly heardMs: readonly number[];
}

const instance = await startInstance();
try {
  await sleep(5_000);
  const idle = await instance.memory();
  const desk = await openDeskSocket(instance, 'ana@lowtide.test');
  const open = await openChats(instance, chats);
  await sleep(pauseMs);
  const baseline = await sequential(desk, open, Math.min(messages, 500));
  await sleep(pauseMs);
  const steady = await steadily(desk, open);
  await sleep(pauseMs);
  const full = await fast(desk, open);
  report([baseline, steady, full]);
  console.log('');
  console.log(
    `memory (PSS of the process tree): idle ${megabytes(idle)}, after ${megabytes(await instance.memory())}`,
  );
  for (const chat of open) chat.socket.close();
  desk.close();
} finally {
  await instance.stop();
}

async function openChats(running: BenchInstance, count: number): Promise<Chat[]> {
  const made: Chat[] = [];
  for (let index = 0; index < count; index += 1) {
    const token = await running.visitorToken();
    const socket = await openWidgetSocket(running, token);
    const { conversationId } = await send(
      socket,
      null,
      `Question ${index}: talk to a person please`,
    );
    made.push({ token, socket, conversationId });
  }
  return made;
}

async function send(socket: WidgetSocket, conversationId: string | null, text: string) {
  const answer: WidgetAnswer<WidgetCommandName> = await socket.emit('message.send', {
    conversationId,
    clientId: randomUUID(),
    text,
    attachmentIds: [],
    answer: null,
  });
  if (!answer.ok) throw new Error(`message.send: ${answer.problem.code} ${answer.problem.detail}`);
  return answer.data as { conversationId: string; message: { id: string } };
}

/** One message after the other, through all chats in turn: each waits for the one before. */
async function sequential(desk: Desk, open: readonly Chat[], count: number): Promise<Round> {
  const ackMs: number[] = [];
  const sent = new Map<string, number>();
  const begin = performance.now();
  for (let index = 0; index < count; index += 1) {
    const chat = open[index % open.length]!;
    await one(chat.socket, chat.conversationId, { sent, ackMs });
  }
  const perSecond = (count / (performance.now() - begin)) * 1_000;
  return { name: 'one after the other', perSecond, ackMs, heardMs: await desk.heard(sent) };
}

/** All chats in turn, each message at its time, whether or not earlier ones are back. */
async function steadily(desk: Desk, open: readonly Chat[]): Promise<Round> {
  const ackMs: number[] = [];
  const sent = new Map<string, number>();
  const begin = performance.now();
  const all = Array.from({ length: most(open) }, async (_, index) => {
    await sleep(Math.max(0, begin + (index * 1_000) / rate - performance.now()));
    const chat = open[index % open.length]!;
    await one(chat.socket, chat.conversationId, { sent, ackMs });
  });
  await Promise.all(all);
  const perSecond = (all.length / (performance.now() - begin)) * 1_000;
  const name = `${rate} a second, ${open.length} chats`;
  return { name, perSecond, ackMs, heardMs: await desk.heard(sent) };
}

/** All chats at the same time, each as soon as its message before is committed. */
async function fast(desk: Desk, open: readonly Chat[]): Promise<Round> {
  const ackMs: number[] = [];
  const sent = new Map<string, number>();
  const each = Math.floor(most(open) / open.length);
  const begin = performance.now();
  await Promise.all(
    open.map(async ({ socket, conversationId }) => {
      for (let index = 0; index < each; index += 1)
        await one(socket, conversationId, { sent, ackMs });
    }),
  );
  const perSecond = ((each * open.length) / (performance.now() - begin)) * 1_000;
  const name = `as fast as it goes, ${open.length} chats`;
  return { name, perSecond, ackMs, heardMs: await desk.heard(sent) };
}

function most(open: readonly Chat[]): number {
  return Math.min(messages, open.length * burst);
}

async function one(
  socket: WidgetSocket,
  conversationId: string,
  into: { sent: Map<string, number>; ackMs: number[] },
): Promise<void> {
  const begin = performance.now();
  const { message } = await send(
    socket,
    conversationId,
    'It is the grinder with the steel burrs, bought in spring.',
  );
  into.ackMs.push(performance.now() - begin);
  into.sent.set(message.id, begin);
}

function report(rounds: readonly Round[]): void {
  const base = rounds[0]!;
  console.log(
    `messages of customers, ratio against one after the other; times in ms from the sending`,
  );
  console.log(`${''.padEnd(34)}  msg/s  ratio   committed p50   p99   at the desk p50   p99`);
  for (const round of rounds) {
    console.log(
      [
        round.name.padEnd(34),
        round.perSecond.toFixed(0).padStart(7),
        (round.perSecond / base.perSecond).toFixed(2).padStart(7),
        at(round.ackMs, 0.5).padStart(16),
        at(round.ackMs, 0.99).padStart(6),
        at(round.heardMs, 0.5).padStart(18),
        at(round.heardMs, 0.99).padStart(6),
      ].join(''),
    );
  }
}

function at(values: readonly number[], share: number): string {
  const sorted = values.toSorted((left, right) => left - right);
  return (
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  ).toFixed(1);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
