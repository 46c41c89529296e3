import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openCustomer, type Customer } from '../support/customer.ts';
import { until } from '../support/wait.ts';

const story = 'My tent leaks at the seams';
let app: TestApp;
let key: string;
let workspaceId: string;
let desk: Api;
const open: Customer[] = [];

beforeAll(async () => {
  app = await startTestApp();
  ({ id: workspaceId, widgetKey: key } = await app.demo());
  desk = await app.as('clara');
});

afterAll(async () => {
  open.forEach((customer) => customer.close());
  await app?.stop();
});

async function customer(token?: string): Promise<Customer> {
  const one = await openCustomer(app.url, token === undefined ? { key } : { token });
  open.push(one);
  return one;
}

/** Rows of the database behind a conversation. */
async function stored(conversationId: string) {
  const { rows } = await app.database.ownerPool.query(
    `select c.id, c.previous_id, c.customer_id, s.state, s.ended_reason, t.id as ticket_id, t.status, t.subject,
       t.routing_channel, (select count(*)::int from messages m where m.conversation_id = c.id) as messages
     from conversations c join sessions s on s.conversation_id = c.id
     left join tickets t on t.conversation_id = c.id where c.id = $1`,
    [conversationId],
  );
  return rows[0];
}

async function history(ticketId: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const { rows } = await app.database.ownerPool.query(
    'select type, data from ticket_events where ticket_id = $1 order by id',
    [ticketId],
  );
  return rows;
}

/** A customer whose chat has been handed over. */
async function handedOver(): Promise<{ ada: Customer; ticketId: string }> {
  const ada = await customer();
  await ada.send('I want to talk to a human about my leaking tent');
  const { ticket_id: ticketId } = await stored(ada.conversationId());
  return { ada, ticketId };
}

async function takenByClara(ticketId: string): Promise<void> {
  const { memberId } = (await desk.get('/api/me')).body;
  const answer = await desk.post(`/api/tickets/${ticketId}/assign`, { agentId: memberId, override: true });
  expect(answer.status).toBeLessThan(300);
}

/** Until some transaction waits for a row of another. */
async function waitsForLock(): Promise<void> {
  await until('a transaction that waits', async () => {
    const { rows } = await app.database.ownerPool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length > 0;
  });
}

/** Ends chats as an agent does. */
async function endedByAgent(conversationId: string, receivedAt = new Date()): Promise<void> {
  await app.services.sessions.end(workspaceId, {
    conversationId,
    reason: 'agent',
    actor: { kind: 'system', id: null },
    receivedAt,
  });
}

describe('the bot', () => {
  test('asks for name and address, then hands over with ticket, history and a place in the queue', async () => {
    const ada = await customer();
    const first = await ada.send(story);
    expect(first.message).toMatchObject({ seq: 1, text: story, author: { kind: 'customer' } });
    expect((await ada.read()).messages[1]).toMatchObject({
      author: { kind: 'assistant', name: 'Segue assistant' },
      prompt: { kind: 'name', skippable: true },
    });
    await ada.send('Ada Lovelace');
    expect((await ada.read()).messages.at(-1)?.prompt).toEqual({ kind: 'email', skippable: true });
    await ada.send('ada.one@example.org');
    expect((await ada.read()).conversation.state).toBe('bot');
    await ada.choose('person');

    const { conversation } = await ada.read();
    expect(conversation).toMatchObject({ state: 'waiting', queue: { agentsOnline: false, estimateSeconds: null } });
    expect(conversation.queue?.position).toBeGreaterThan(0);
    const row = await stored(ada.conversationId());
    expect(row).toMatchObject({ subject: story, status: 'new', routing_channel: 'messaging' });
    const lines = await history(row.ticket_id);
    expect(lines.map((line) => line.type)).toEqual(
      expect.arrayContaining(['ticket.created', 'work.queued', 'handover.requested']),
    );
    const ticket = await desk.get(`/api/tickets/${row.ticket_id}`);
    expect(ticket.body.customer).toMatchObject({ name: 'Ada Lovelace', email: 'ada.one@example.org', emailVerified: false });
  });

  test('hands over at once when a person is asked for', async () => {
    const { ada, ticketId } = await handedOver();
    expect((await ada.read()).conversation.state).toBe('waiting');
    const line = (await history(ticketId)).find((one) => one.type === 'handover.requested');
    expect(line?.data['reason']).toBe('the customer asked for a person');
  });

  test('hands over by the button, once, and keeps what was told', async () => {
    const ada = await customer();
    await ada.send(story);
    const request = { conversationId: ada.conversationId() };
    const [one, other] = await Promise.all([ada.call('person.request', request), ada.call('person.request', request)]);
    expect([one.conversation?.state, other.conversation?.state]).toEqual(['waiting', 'waiting']);
    expect((await stored(ada.conversationId())).subject).toBe(story);
  });

  test('a message and the button at the same time make one ticket', async () => {
    const ada = await customer();
    await ada.send(story);
    const request = { conversationId: ada.conversationId() };
    const answers = await Promise.all([
      ada.ask('person.request', request),
      ada.ask('message.send', { ...request, clientId: randomUUID(), text: 'human', attachmentIds: [], answer: null }),
      ada.ask('person.request', request),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
  });

  test('is silent once a person has the chat, and the customer sees who it is', async () => {
    const { ada, ticketId } = await handedOver();
    await takenByClara(ticketId);
    const conversation = await ada.reaches('with_agent');
    expect(conversation.agent?.name).toMatch(/^Clara/);
    expect(JSON.stringify(await ada.read())).not.toContain('@lowtide');
    const before = (await ada.read()).messages.length;
    await ada.send('my address is ada.two@example.org');
    expect((await ada.read()).messages.length).toBe(before + 1);
  });

  test('an answer by email ends the chat and leaves email work', async () => {
    const ada = await customer();
    await ada.send(`My name is Ada Lovelace, ada.mail@example.org, ${story}`);
    await ada.choose('email');
    const { conversation } = await ada.read();
    expect(conversation).toMatchObject({ state: 'ended', ended: { reason: 'customer' }, mayEnd: false });
    expect(conversation.ended?.nextStep).toContain('ada.mail@example.org');
    expect(await stored(ada.conversationId())).toMatchObject({ routing_channel: 'email', status: 'new', state: 'ended' });
  });

  test('nothing more needed ends the chat without work', async () => {
    const ada = await customer();
    await ada.send(`My name is Ada Lovelace, ada.done@example.org, ${story}`);
    await ada.choose('done');
    expect(await stored(ada.conversationId())).toMatchObject({ state: 'ended', ticket_id: null });
  });

  test('says honestly when agents are online', async () => {
    const clara = (await desk.get('/api/me')).body.memberId;
    await desk.put('/api/me/status', { status: 'online' });
    await app.services.agents.beat(workspaceId, clara);
    const ada = await customer();
    await ada.send(`My name is Ada Lovelace, ada.online@example.org, ${story}`);
    const prompt = (await ada.read()).messages.at(-1)?.prompt;
    expect(prompt).toMatchObject({ options: [{ id: 'person' }, { id: 'email' }, { id: 'done' }] });
    await desk.put('/api/me/status', { status: 'offline' });
    const bob = await customer();
    await bob.send(`My name is Bob Noyce, bob.offline@example.org, ${story}`);
    const last = (await bob.read()).messages.at(-1);
    expect(last?.prompt).toMatchObject({ options: [{ id: 'email' }, { id: 'person' }, { id: 'done' }] });
    expect(last?.text).toContain('Nobody from our team is online');
  });
});

describe('messages', () => {
  test('the same one sent often, at once and later, is stored once', async () => {
    const ada = await customer();
    const clientId = randomUUID();
    const sent = await Promise.all([1, 2, 3, 4].map(() => ada.send(story, { clientId, to: null })));
    expect(new Set(sent.map((one) => one.message.id)).size).toBe(1);
    expect(new Set(sent.map((one) => one.conversationId)).size).toBe(1);
    await ada.send('Ada');
    await endedByAgent(ada.conversationId());
    const again = await ada.send(story, { clientId, to: ada.conversationId() });
    expect(again.message.id).toBe(sent[0]?.message.id);
    const { rows } = await app.database.ownerPool.query(
      'select count(*)::int as count from conversations where customer_id = $1',
      [(await stored(ada.conversationId())).customer_id],
    );
    expect(rows[0].count).toBe(1);
  });

  test('after the end open a linked conversation in which nothing is asked again', async () => {
    const ada = await customer();
    await ada.send(`My name is Ada Lovelace, ada.again@example.org, ${story}`);
    await ada.choose('person');
    const before = ada.conversationId();
    await endedByAgent(before);
    await ada.send('And now the poles broke');
    const after = ada.conversationId();
    expect(after).not.toBe(before);
    expect(await stored(after)).toMatchObject({ previous_id: before, state: 'active' });
    const { messages, conversation } = await ada.read();
    expect(conversation.state).toBe('bot');
    expect(messages[1]?.text).toMatch(/^This is a new conversation/);
    expect(messages[1]?.prompt?.kind).toBe('choice');
    await ada.choose('person');
    const { ticket_id: ticketId } = await stored(after);
    expect((await desk.get(`/api/tickets/${ticketId}`)).body.previous.id).toBe((await stored(before)).ticket_id);
  });

  test('two of them to an ended chat open one new conversation', async () => {
    const { ada } = await handedOver();
    const before = ada.conversationId();
    await endedByAgent(before);
    const sent = await Promise.all(['one', 'two'].map((text) => ada.send(`${text}: ${story}`, { to: before })));
    expect(new Set(sent.map((one) => one.conversationId)).size).toBe(1);
    expect(sent[0]?.conversationId).not.toBe(before);
  });

  test('set a pending ticket back to open while the chat runs', async () => {
    const { ada, ticketId } = await handedOver();
    await takenByClara(ticketId);
    const { version } = (await desk.get(`/api/tickets/${ticketId}`)).body;
    const pending = await desk.patch(`/api/tickets/${ticketId}`, { version, status: 'pending' });
    expect(pending.status).toBe(200);
    await ada.send('here is what you asked for');
    expect((await stored(ada.conversationId())).status).toBe('open');
  });

  test('what agents write arrives, notes do not, and seen marks go both ways', async () => {
    const { ada, ticketId } = await handedOver();
    await takenByClara(ticketId);
    const post = (channel: string, text: string) =>
      desk.post(`/api/tickets/${ticketId}/messages`, { clientId: randomUUID(), channel, text });
    await post('note', 'a secret among agents');
    await post('messaging', 'We send you a new tent');
    const { messages } = await until('the answer', async () => {
      const update = await ada.read();
      return update.messages.at(-1)?.author.kind === 'agent' ? update : null;
    });
    expect(messages.at(-1)).toMatchObject({ text: 'We send you a new tent', clientId: null });
    expect(JSON.stringify(messages)).not.toContain('secret');
    const entries = (await desk.get(`/api/tickets/${ticketId}/timeline`)).body.entries;
    const said = entries.findLast((entry: { kind: string; message?: { text: string } }) =>
      entry.message?.text.startsWith('We send'),
    );
    expect(said.message.seen).toBe(true);
  });
});

describe('the race of message and end', () => {
  test('a message that waits for the lock while the chat ends goes to a new one', async () => {
    const { ada } = await handedOver();
    const id = ada.conversationId();
    const gate = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const end = app.database.inWorkspace(workspaceId, async (scope) => {
      await app.services.sessions.endIn(scope, {
        conversationId: id,
        reason: 'agent',
        actor: { kind: 'system', id: null },
        receivedAt: new Date(),
      });
      ended.resolve();
      await gate.promise;
    });
    await ended.promise;
    const late = ada.send('after the end', { to: id });
    await waitsForLock();
    gate.resolve();
    await end;
    const { conversationId } = await late;
    expect(conversationId).not.toBe(id);
    expect(await stored(conversationId)).toMatchObject({ previous_id: id, state: 'active' });
  });

  test('a message stored before the end is part of the chat that ends', async () => {
    const { ada } = await handedOver();
    const id = ada.conversationId();
    const gate = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const lock = app.database.inWorkspace(workspaceId, async (scope) => {
      await scope.db.selectFrom('conversations').select('id').where('id', '=', id).forUpdate().execute();
      locked.resolve();
      await gate.promise;
    });
    await locked.promise;
    const early = ada.send('before the end', { to: id });
    await waitsForLock();
    const end = endedByAgent(id);
    gate.resolve();
    const [sent] = await Promise.all([early, lock, end]);
    expect(sent.conversationId).toBe(id);
    expect((await stored(id)).state).toBe('ended');
  });

  test('the end written first does not shut out what had arrived earlier', async () => {
    const { ada, ticketId } = await handedOver();
    const id = ada.conversationId();
    // The end is stamped a moment ahead: every message until then arrived before it.
    await endedByAgent(id, new Date(Date.now() + 60_000));
    const sent = await ada.send('was on its way', { to: id });
    expect(sent.conversationId).toBe(id);
    expect(await stored(id)).toMatchObject({ state: 'ended', ticket_id: ticketId });
  });

  test('a message that arrived before the end of a chat without a ticket becomes one', async () => {
    const ada = await customer();
    await ada.send('hello');
    const id = ada.conversationId();
    await endedByAgent(id, new Date(Date.now() + 60_000));
    expect((await stored(id)).ticket_id).toBeNull();
    await ada.send(story, { to: id });
    expect(await stored(id)).toMatchObject({ subject: story, routing_channel: 'email' });
  });
});

describe('the end by the customer', () => {
  test('leaves email work, says what comes next, and is the same twice', async () => {
    const ada = await customer();
    await ada.send(`My name is Ada Lovelace, ada.end@example.org, ${story}`);
    const request = { conversationId: ada.conversationId() };
    const first = await ada.call('session.end', request);
    const again = await ada.call('session.end', request);
    expect(first.conversation).toMatchObject({ state: 'ended', ended: { reason: 'customer' } });
    expect(again.conversation?.ended).toEqual(first.conversation?.ended);
    expect(await stored(request.conversationId)).toMatchObject({ routing_channel: 'email', ended_reason: 'customer' });
  });

  test('is refused where the workspace does not allow it', async () => {
    const admin = await app.as('devi');
    await admin.patch('/api/settings', { sessions: { customerMayEnd: false } });
    const { ada } = await handedOver();
    expect((await ada.read()).conversation.mayEnd).toBe(false);
    const answer = await ada.ask('session.end', { conversationId: ada.conversationId() });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'session_end_not_allowed' } });
    await admin.patch('/api/settings', { sessions: { customerMayEnd: true } });
  });

  test('a person cannot be asked for any more', async () => {
    const { ada } = await handedOver();
    await ada.call('session.end', { conversationId: ada.conversationId() });
    const answer = await ada.ask('person.request', { conversationId: ada.conversationId() });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'session_ended' } });
  });
});

describe('visitors', () => {
  test('nobody reads, writes to, ends or types in the conversation of somebody else', async () => {
    const { ada } = await handedOver();
    const conversationId = ada.conversationId();
    const stranger = await customer();
    const known = await customer();
    await known.send(story);
    for (const other of [stranger, known]) {
      const answers = await Promise.all([
        other.ask('conversation.read', { conversationId, afterSeq: 0 }),
        other.ask('message.send', { conversationId, clientId: randomUUID(), text: 'x', attachmentIds: [], answer: null }),
        other.ask('person.request', { conversationId }),
        other.ask('session.end', { conversationId }),
        other.ask('typing', { conversationId, typing: true }),
      ]);
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code))).toEqual(Array(5).fill('not_found'));
      expect(other.changes.filter((change) => change.conversationId === conversationId)).toEqual([]);
    }
  });

  test('two tabs share one conversation and hear of each other', async () => {
    const one = await customer();
    const other = await customer(one.token);
    const [first, second] = await Promise.all([one.send(story, { to: null }), other.send('and it is green', { to: null })]);
    expect(second.conversationId).toBe(first.conversationId);
    const third = await customer(one.token);
    expect((await third.read(null)).messages.filter((message) => message.author.kind === 'customer')).toHaveLength(2);
    third.changes.length = 0;
    await one.send('Ada');
    await until('the other tab hears', () =>
      third.changes.find((change) => change.event === 'conversation.changed' && change.conversationId === first.conversationId),
    );
  });

  test('a tab that has read nothing yet hears of the new conversation', async () => {
    const one = await customer();
    const other = await customer(one.token);
    const { conversationId } = await one.send(story);
    await until('the other tab hears', () => other.changes.find((change) => change.conversationId === conversationId));
    await until('and of what follows', () =>
      other.changes.find((change) => change.event === 'conversation.changed' && change.lastSeq === 2),
    );
  });
});

test('customers who wait hear of their new place, and the estimate needs a pace', async () => {
  const waiting = await handedOver();
  const before = (await waiting.ada.read()).conversation.queue?.position ?? 0;
  expect(before).toBeGreaterThan(0);
  waiting.ada.changes.length = 0;
  const clara = (await desk.get('/api/me')).body.memberId;
  const ahead = await app.database.ownerPool.query(
    `select w.ticket_id, w.queue_id from work_items w where w.state = 'waiting' and w.channel_class = 'messaging'
     and w.ticket_id <> $1 order by w.eligible_at limit 1`,
    [waiting.ticketId],
  );
  await desk.post(`/api/tickets/${ahead.rows[0].ticket_id}/assign`, { agentId: clara, override: true });
  await until('the customer hears', () => waiting.ada.changes.find((change) => change.event === 'conversation.changed'));
  await until('a better place', async () => {
    const position = (await waiting.ada.read()).conversation.queue?.position ?? before;
    return position < before;
  });
});
