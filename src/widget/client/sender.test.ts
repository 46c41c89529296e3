import { describe, expect, test } from 'vitest';
import { aStorage, anOwnMessage } from '../testing/fakes.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxEntry } from './outbox.ts';
import { offline, timedOut } from './result.ts';
import type { Refusal } from './result.ts';
import { createSender } from './sender.ts';

type Send = Parameters<typeof createSender>[0]['send'];

/** A server that stores each client id once, in the conversation it likes. */
function aServer() {
  const stored: string[] = [];
  const arrived: [clientId: string, conversationId: string | null][] = [];
  const accept = (entry: OutboxEntry, conversationId: string): Awaited<ReturnType<Send>> => {
    arrived.push([entry.clientId, entry.conversationId]);
    if (!stored.includes(entry.clientId)) stored.push(entry.clientId);
    const message = anOwnMessage(stored.indexOf(entry.clientId) + 1, entry.clientId);
    return { ok: true, data: { conversationId, message } };
  };
  return { stored, arrived, accept };
}

function setUp(send: Send, storage = aStorage()) {
  const outbox = createOutbox(storage, 'segue.key.', () => 1);
  const pauses: number[] = [];
  const sender = createSender({
    outbox,
    send,
    exclusive: (act) => act(),
    wait: async (ms) => void pauses.push(ms),
    onStored: () => undefined,
    onOutboxChanged: () => undefined,
  });
  const write = (clientId: string, conversationId: string | null = 'one') =>
    outbox.add({ clientId, conversationId, text: clientId, attachments: [], answer: null });
  return { outbox, sender, write, pauses };
}

const refused = (problem: Refusal) => ({ ok: false as const, problem });

describe('the sender', () => {
  test('sends in order, one after the other, and empties the outbox', async () => {
    const server = aServer();
    const { outbox, sender, write } = setUp(async (entry) => server.accept(entry, 'one'));
    for (const id of ['c', 'a', 'b']) write(id);
    await Promise.all([sender.flush(), sender.flush()]);
    expect(server.arrived.map(([id]) => id)).toEqual(['c', 'a', 'b']);
    expect(outbox.list()).toEqual([]);
  });

  test('after a lost acknowledgement and a reload the message is stored once', async () => {
    const server = aServer();
    const storage = aStorage();
    const first = setUp(async (entry) => {
      server.accept(entry, 'one');
      return refused(offline);
    }, storage);
    first.write('a');
    first.write('b');
    await first.sender.flush();
    expect(server.stored).toEqual(['a']);

    const second = setUp(async (entry) => server.accept(entry, 'one'), storage);
    await second.sender.flush();
    expect(server.arrived.map(([id]) => id)).toEqual(['a', 'a', 'b']);
    expect(server.stored).toEqual(['a', 'b']);
    expect(second.outbox.list()).toEqual([]);
  });

  test('an answer that comes too late is met by a second try with the same client id', async () => {
    const server = aServer();
    let tries = 0;
    const { sender, write, pauses } = setUp(async (entry) => {
      const answer = server.accept(entry, 'one');
      tries += 1;
      return tries < 3 ? refused(timedOut) : answer;
    });
    write('a');
    await sender.flush();
    expect(server.stored).toEqual(['a']);
    expect(pauses).toEqual([1_000, 2_000]);
  });

  test('what a read has settled meanwhile is not tried again', async () => {
    const settled = setUp(async () => {
      settled.outbox.settle(['a']);
      return refused(timedOut);
    });
    settled.write('a');
    await settled.sender.flush();
    expect(settled.pauses).toHaveLength(1);
  });

  test('messages for a conversation that ended follow the first one into the new conversation', async () => {
    const server = aServer();
    const { sender, write } = setUp(async (entry) => server.accept(entry, 'two'));
    write('a', 'one');
    write('b', 'one');
    await sender.flush();
    expect(server.arrived).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ]);
  });

  test('two messages before any conversation end up in one', async () => {
    const server = aServer();
    const { sender, write } = setUp(async (entry) =>
      server.accept(entry, entry.conversationId ?? 'new'),
    );
    write('a', null);
    write('b', null);
    await sender.flush();
    expect(server.arrived[1]).toEqual(['b', 'new']);
  });

  test('a message that can never be sent is marked and does not hold up the next', async () => {
    const server = aServer();
    const { outbox, sender, write } = setUp(async (entry) =>
      entry.clientId === 'a'
        ? refused({ code: 'request_invalid', detail: 'Too long.', retry: false })
        : server.accept(entry, 'one'),
    );
    write('a');
    write('b');
    await sender.flush();
    expect(server.stored).toEqual(['b']);
    expect(outbox.list()).toMatchObject([{ clientId: 'a', failure: 'Too long.' }]);
  });

  test('a message written while the last one is on its way is sent too', async () => {
    const server = aServer();
    const late = setUp(async (entry) => {
      if (entry.clientId === 'a') {
        late.write('b');
        void late.sender.flush();
      }
      return server.accept(entry, 'one');
    });
    late.write('a');
    await late.sender.flush();
    expect(server.stored).toEqual(['a', 'b']);
  });
});
