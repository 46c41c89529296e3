import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeTicket } from '../support/change-ticket.ts';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

const story = 'My tent leaks at the seams';
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld();
});

afterAll(() => world?.stop());

describe('the bot', () => {
  test('asks for name and address, then hands over with ticket, history and a place in the queue', async () => {
    const ada = await world.customer();
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
    expect(conversation).toMatchObject({
      state: 'waiting',
      queue: { agentsOnline: false, estimateSeconds: null },
    });
    expect(conversation.queue?.position).toBeGreaterThan(0);
    const row = await world.stored(ada.conversationId());
    expect(row).toMatchObject({ subject: story, status: 'new', routing_channel: 'messaging' });
    const lines = await world.history(row.ticket_id);
    expect(lines.map((line) => line.type)).toEqual(
      expect.arrayContaining(['ticket.created', 'work.queued', 'handover.requested']),
    );
    const ticket = await world.desk.get(`/api/tickets/${row.ticket_id}`);
    expect(ticket.body.customer).toMatchObject({
      name: 'Ada Lovelace',
      email: 'ada.one@example.org',
      emailVerified: false,
    });
  });

  test('hands over at once when a person is asked for', async () => {
    const { ada, ticketId } = await world.handedOver();
    expect((await ada.read()).conversation.state).toBe('waiting');
    const line = (await world.history(ticketId)).find((one) => one.type === 'handover.requested');
    expect(line?.data['reason']).toBe('the customer asked for a person');
  });

  test('hands over by the button, once, and keeps what was told', async () => {
    const ada = await world.customer();
    await ada.send(story);
    const request = { conversationId: ada.conversationId() };
    const [one, other] = await Promise.all([
      ada.call('person.request', request),
      ada.call('person.request', request),
    ]);
    expect([one.conversation?.state, other.conversation?.state]).toEqual(['waiting', 'waiting']);
    expect((await world.stored(ada.conversationId())).subject).toBe(story);
  });

  test('a message and the button at the same time make one ticket', async () => {
    const ada = await world.customer();
    await ada.send(story);
    const request = { conversationId: ada.conversationId() };
    const answers = await Promise.all([
      ada.ask('person.request', request),
      ada.ask('message.send', {
        ...request,
        clientId: randomUUID(),
        text: 'human',
        attachmentIds: [],
        answer: null,
      }),
      ada.ask('person.request', request),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
  });

  test('is silent once a person has the chat, and the customer sees who it is', async () => {
    const { ada, ticketId } = await world.handedOver();
    await world.takenByClara(ticketId);
    const conversation = await ada.reaches('with_agent');
    expect(conversation.agent?.name).toMatch(/^Clara/);
    expect(JSON.stringify(await ada.read())).not.toContain('@lowtide');
    const before = (await ada.read()).messages.length;
    await ada.send('my address is ada.two@example.org');
    expect((await ada.read()).messages.length).toBe(before + 1);
  });

  test('an answer by email ends the chat and leaves email work', async () => {
    const ada = await world.customer();
    await ada.send(`My name is Ada Lovelace, ada.mail@example.org, ${story}`);
    await ada.choose('email');
    const { conversation } = await ada.read();
    expect(conversation).toMatchObject({
      state: 'ended',
      ended: { reason: 'customer' },
      mayEnd: false,
    });
    expect(conversation.ended?.nextStep).toContain('ada.mail@example.org');
    expect(await world.stored(ada.conversationId())).toMatchObject({
      routing_channel: 'email',
      status: 'new',
      state: 'ended',
    });
  });

  test('nothing more needed ends the chat without work', async () => {
    const ada = await world.customer();
    await ada.send(`My name is Ada Lovelace, ada.done@example.org, ${story}`);
    await ada.choose('done');
    expect(await world.stored(ada.conversationId())).toMatchObject({
      state: 'ended',
      ticket_id: null,
    });
  });

  test('says honestly when agents are online', async () => {
    const clara = (await world.desk.get('/api/me')).body.memberId;
    await world.desk.put('/api/me/status', { status: 'online' });
    await world.app.services.agents.beat(world.workspaceId, clara);
    const ada = await world.customer();
    await ada.send(`My name is Ada Lovelace, ada.online@example.org, ${story}`);
    const prompt = (await ada.read()).messages.at(-1)?.prompt;
    expect(prompt).toMatchObject({ options: [{ id: 'person' }, { id: 'email' }, { id: 'done' }] });
    await world.desk.put('/api/me/status', { status: 'offline' });
    const bob = await world.customer();
    await bob.send(`My name is Bob Noyce, bob.offline@example.org, ${story}`);
    const last = (await bob.read()).messages.at(-1);
    expect(last?.prompt).toMatchObject({
      options: [{ id: 'email' }, { id: 'person' }, { id: 'done' }],
    });
    expect(last?.text).toContain('Nobody from our team is online');
  });
});

describe('messages', () => {
  test('the same one sent often, at once and later, is stored once', async () => {
    const ada = await world.customer();
    const clientId = randomUUID();
    const sent = await Promise.all([1, 2, 3, 4].map(() => ada.send(story, { clientId, to: null })));
    expect(new Set(sent.map((one) => one.message.id)).size).toBe(1);
    expect(new Set(sent.map((one) => one.conversationId)).size).toBe(1);
    await ada.send('Ada');
    await world.endedBySystem(ada.conversationId());
    const again = await ada.send(story, { clientId, to: ada.conversationId() });
    expect(again.message.id).toBe(sent[0]?.message.id);
    const rows = await world.query(
      'select count(*)::int as count from conversations where customer_id = $1',
      [(await world.stored(ada.conversationId())).customer_id],
    );
    expect(rows[0].count).toBe(1);
  });

  test('after the end open a linked conversation in which nothing is asked again', async () => {
    const ada = await world.customer();
    await ada.send(`My name is Ada Lovelace, ada.again@example.org, ${story}`);
    await ada.choose('person');
    const before = ada.conversationId();
    await world.endedBySystem(before);
    await ada.send('And now the poles broke');
    const after = ada.conversationId();
    expect(after).not.toBe(before);
    expect(await world.stored(after)).toMatchObject({ previous_id: before, state: 'active' });
    const { messages, conversation } = await ada.read();
    expect(conversation.state).toBe('bot');
    expect(messages[1]?.text).toMatch(/^This is a new conversation/);
    expect(messages[1]?.prompt?.kind).toBe('choice');
    await ada.choose('person');
    const { ticket_id: ticketId } = await world.stored(after);
    expect((await world.desk.get(`/api/tickets/${ticketId}`)).body.previous.id).toBe(
      (await world.stored(before)).ticket_id,
    );
  });

  test('two of them to an ended chat open one new conversation', async () => {
    const { ada } = await world.handedOver();
    const before = ada.conversationId();
    await world.endedBySystem(before);
    const sent = await Promise.all(
      ['one', 'two'].map((text) => ada.send(`${text}: ${story}`, { to: before })),
    );
    expect(new Set(sent.map((one) => one.conversationId)).size).toBe(1);
    expect(sent[0]?.conversationId).not.toBe(before);
  });

  test('set a pending ticket back to open while the chat runs', async () => {
    const { ada, ticketId } = await world.handedOver();
    await world.takenByClara(ticketId);
    const pending = await changeTicket(world.desk, ticketId, { status: 'pending' });
    expect(pending.status).toBe(200);
    await ada.send('here is what you asked for');
    expect((await world.stored(ada.conversationId())).status).toBe('open');
  });

  test('what agents write arrives, notes do not, and seen marks go both ways', async () => {
    const { ada, ticketId } = await world.handedOver();
    await world.takenByClara(ticketId);
    const post = (channel: string, text: string) =>
      world.desk.post(`/api/tickets/${ticketId}/messages`, {
        clientId: randomUUID(),
        channel,
        text,
      });
    await post('note', 'a secret among agents');
    await post('messaging', 'We send you a new tent');
    const { messages } = await until('the answer', async () => {
      const update = await ada.read();
      return update.messages.at(-1)?.author.kind === 'agent' ? update : null;
    });
    expect(messages.at(-1)).toMatchObject({ text: 'We send you a new tent', clientId: null });
    expect(JSON.stringify(messages)).not.toContain('secret');
    const entries = (await world.desk.get(`/api/tickets/${ticketId}/timeline`)).body.entries;
    const said = entries.findLast((entry: { kind: string; message?: { text: string } }) =>
      entry.message?.text.startsWith('We send'),
    );
    expect(said.message.seen).toBe(true);
  });
});
