import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

const story = 'My tent leaks at the seams';
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld();
});

afterAll(() => world?.stop());

describe('the race of message and end', () => {
  test('a message that waits for the lock while the chat ends goes to a new one', async () => {
    const { ada } = await world.handedOver();
    const id = ada.conversationId();
    const gate = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const end = world.app.database.inWorkspace(world.workspaceId, async (scope) => {
      await world.app.services.sessions.endIn(scope, {
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
    await world.waitsForLock();
    gate.resolve();
    await end;
    const { conversationId } = await late;
    expect(conversationId).not.toBe(id);
    expect(await world.stored(conversationId)).toMatchObject({ previous_id: id, state: 'active' });
  });

  test('a message stored before the end is part of the chat that ends', async () => {
    const { ada } = await world.handedOver();
    const id = ada.conversationId();
    const gate = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const lock = world.app.database.inWorkspace(world.workspaceId, async (scope) => {
      await scope.db
        .selectFrom('conversations')
        .select('id')
        .where('id', '=', id)
        .forUpdate()
        .execute();
      locked.resolve();
      await gate.promise;
    });
    await locked.promise;
    const early = ada.send('before the end', { to: id });
    await world.waitsForLock();
    const end = world.endedBySystem(id);
    gate.resolve();
    const [sent] = await Promise.all([early, lock, end]);
    expect(sent.conversationId).toBe(id);
    expect((await world.stored(id)).state).toBe('ended');
  });

  test('the end written first does not shut out what had arrived earlier', async () => {
    const { ada, ticketId } = await world.handedOver();
    const id = ada.conversationId();
    // The end is stamped a moment ahead: every message until then arrived before it.
    await world.endedBySystem(id, new Date(Date.now() + 60_000));
    const sent = await ada.send('was on its way', { to: id });
    expect(sent.conversationId).toBe(id);
    expect(await world.stored(id)).toMatchObject({ state: 'ended', ticket_id: ticketId });
  });

  test('a message that arrived before the end of a chat without a ticket becomes one', async () => {
    const ada = await world.customer();
    await ada.send('hello');
    const id = ada.conversationId();
    await world.endedBySystem(id, new Date(Date.now() + 60_000));
    expect((await world.stored(id)).ticket_id).toBeNull();
    await ada.send(story, { to: id });
    expect(await world.stored(id)).toMatchObject({ subject: story, routing_channel: 'email' });
  });
});

describe('the end by the customer', () => {
  test('leaves email work, says what comes next, and is the same twice', async () => {
    const ada = await world.customer();
    await ada.send(`My name is Ada Lovelace, ada.end@example.org, ${story}`);
    const request = { conversationId: ada.conversationId() };
    const first = await ada.call('session.end', request);
    const again = await ada.call('session.end', request);
    expect(first.conversation).toMatchObject({ state: 'ended', ended: { reason: 'customer' } });
    expect(again.conversation?.ended).toEqual(first.conversation?.ended);
    expect(await world.stored(request.conversationId)).toMatchObject({
      routing_channel: 'email',
      ended_reason: 'customer',
    });
  });

  test('is refused where the workspace does not allow it', async () => {
    const admin = await world.app.as('devi');
    await admin.patch('/api/settings', { sessions: { customerMayEnd: false } });
    const { ada } = await world.handedOver();
    expect((await ada.read()).conversation.mayEnd).toBe(false);
    const answer = await ada.ask('session.end', { conversationId: ada.conversationId() });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'session_end_not_allowed' } });
    await admin.patch('/api/settings', { sessions: { customerMayEnd: true } });
  });

  test('a person cannot be asked for any more', async () => {
    const { ada } = await world.handedOver();
    await ada.call('session.end', { conversationId: ada.conversationId() });
    const answer = await ada.ask('person.request', { conversationId: ada.conversationId() });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'session_ended' } });
  });
});

describe('a closed chat', () => {
  test('ends what runs by the system, says so, and takes nothing new until it is open again', async () => {
    const admin = await world.app.as('devi');
    const { ada, ticketId } = await world.handedOver();
    const shut = { chat: { open: false } };
    expect((await admin.patch('/api/settings', shut)).status).toBe(200);
    const { session } = (await admin.get(`/api/tickets/${ticketId}`)).body;
    expect(session).toMatchObject({ endedReason: 'system', endedCause: 'channel_closed' });
    const message = { conversationId: null, clientId: crypto.randomUUID(), text: 'Hello?' };
    const refused = await ada.ask('message.send', { ...message, attachmentIds: [], answer: null });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'chat_closed', retry: false } });
    await admin.patch('/api/settings', { chat: { open: true } });
    expect(
      await ada.ask('message.send', { ...message, attachmentIds: [], answer: null }),
    ).toMatchObject({
      ok: true,
    });
  });
});

describe('visitors', () => {
  test('nobody reads, writes to, ends or types in the conversation of somebody else', async () => {
    const { ada } = await world.handedOver();
    const conversationId = ada.conversationId();
    const stranger = await world.customer();
    const known = await world.customer();
    await known.send(story);
    for (const other of [stranger, known]) {
      const answers = await Promise.all([
        other.ask('conversation.read', { conversationId, afterSeq: 0 }),
        other.ask('message.send', {
          conversationId,
          clientId: randomUUID(),
          text: 'x',
          attachmentIds: [],
          answer: null,
        }),
        other.ask('person.request', { conversationId }),
        other.ask('session.end', { conversationId }),
        other.ask('typing', { conversationId, typing: true }),
      ]);
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code))).toEqual(
        Array(5).fill('not_found'),
      );
      expect(other.changes.filter((change) => change.conversationId === conversationId)).toEqual(
        [],
      );
    }
  });

  test('two tabs share one conversation and hear of each other', async () => {
    const one = await world.customer();
    const other = await world.customer(one.token);
    const [first, second] = await Promise.all([
      one.send(story, { to: null }),
      other.send('and it is green', { to: null }),
    ]);
    expect(second.conversationId).toBe(first.conversationId);
    const third = await world.customer(one.token);
    expect(
      (await third.read(null)).messages.filter((message) => message.author.kind === 'customer'),
    ).toHaveLength(2);
    third.changes.length = 0;
    await one.send('Ada');
    await until('the other tab hears', () =>
      third.changes.find(
        (change) =>
          change.event === 'conversation.changed' && change.conversationId === first.conversationId,
      ),
    );
  });

  test('a tab that has read nothing yet hears of the new conversation', async () => {
    const one = await world.customer();
    const other = await world.customer(one.token);
    const { conversationId } = await one.send(story);
    await until('the other tab hears', () =>
      other.changes.find((change) => change.conversationId === conversationId),
    );
    const next = await until('and of what follows', () =>
      other.changes.find(
        (change) => change.event === 'conversation.changed' && change.lastSeq === 2,
      ),
    );
    expect(next.conversationId).toBe(conversationId);
  });
});

test('customers who wait hear of their new place, and the estimate needs a pace', async () => {
  const waiting = await world.handedOver();
  const before = (await waiting.ada.read()).conversation.queue?.position ?? 0;
  expect(before).toBeGreaterThan(0);
  waiting.ada.changes.length = 0;
  const clara = (await world.desk.get('/api/me')).body.memberId;
  const ahead = await world.query(
    `select w.ticket_id, w.queue_id from work_items w where w.state = 'waiting' and w.channel_class = 'messaging'
     and w.ticket_id <> $1 order by w.eligible_at limit 1`,
    [waiting.ticketId],
  );
  await world.desk.post(`/api/tickets/${ahead[0].ticket_id}/assign`, {
    agentId: clara,
    override: true,
    why: 'the test gives it',
  });
  await until('the customer hears', () =>
    waiting.ada.changes.find((change) => change.event === 'conversation.changed'),
  );
  await until('a better place', async () => {
    const position = (await waiting.ada.read()).conversation.queue?.position ?? before;
    return position < before;
  });
});
