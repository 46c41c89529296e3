import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../src/contracts/common.ts';
import type { EndRequest } from '../../src/server/features/sessions/index.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

const clock = createMovedClock();
const rule = { id: randomUUID(), name: 'Surge' };
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld({ clock });
});

afterAll(() => world?.stop());

async function settings(sessions: object): Promise<void> {
  const admin = await world.app.as('devi');
  expect((await admin.patch('/api/settings', { sessions })).status).toBe(200);
}

const end = (conversationId: string, more: Partial<EndRequest> = {}) =>
  world.app.services.sessions.end(world.workspaceId, {
    conversationId,
    reason: 'trigger',
    actor: { kind: 'trigger', id: rule.id },
    rule,
    receivedAt: clock.now(),
    ...more,
  });

const ticket = async (id: string) => (await world.desk.get(`/api/tickets/${id}`)).body;

/** A chat of a customer with an address. */
async function named() {
  const { ada, ticketId } = await world.handedOver();
  const { customer_id: customer } = await world.stored(ada.conversationId());
  await world.desk.patch(`/api/customers/${customer}`, {
    email: `ada.${randomUUID().slice(0, 8)}@example.org`,
  });
  return { ada, ticketId, id: ada.conversationId() };
}

const wishFor = (conversationId: string, followupMode: 'same_ticket' | 'linked_ticket') =>
  world.app.database.inWorkspace(world.workspaceId, (scope) =>
    world.app.services.sessions.wishIn(scope, {
      conversationId,
      actor: { kind: 'trigger', id: rule.id },
      followupMode,
    }),
  );

async function setMode(mode: 'same_ticket' | 'linked_ticket'): Promise<void> {
  const admin = await world.app.as('devi');
  const { queues } = (await admin.get('/api/followup-modes')).body;
  for (const { id } of queues) {
    expect((await admin.put(`/api/followup-modes/${id}`, { mode })).status).toBe(200);
  }
}

describe('an end by a rule', () => {
  test('only ends: who, when and which rule are kept, and no queue takes the rest', async () => {
    const { ada, ticketId } = await world.handedOver();
    const ended = await end(ada.conversationId());
    expect(ended).toMatchObject({ endedReason: 'trigger', endedRule: rule.id });
    expect(ended.endedBy).toEqual({ kind: 'trigger', id: rule.id, name: null });
    const after = await ticket(ticketId);
    expect(after).toMatchObject({ routingChannel: 'messaging', workState: 'held', status: 'new' });
    expect(after.waitingReason).toMatch(/no queue takes it/);
    const sentences = (await world.desk.get(`/api/tickets/${ticketId}/timeline`)).body.entries.map(
      (entry: { event?: { sentence: string } }) => entry.event?.sentence,
    );
    expect(sentences).toContain('ended the chat by the rule “Surge”.');
    // The way back is one act.
    const back = await changeTicket(world.desk, ticketId, { routingChannel: 'email' });
    expect(['waiting', 'offered', 'assigned']).toContain(back.body.workState);
  });

  test('may route the rest as email, also after the end, and again without effect', async () => {
    const { ada, ticketId } = await world.handedOver();
    const id = ada.conversationId();
    const first = await end(id);
    const again = await end(id, { asEmail: true });
    await end(id, { asEmail: true });
    expect(again).toEqual(first);
    expect(await ticket(ticketId)).toMatchObject({ routingChannel: 'email', workState: 'waiting' });
    const lines = (await world.history(ticketId)).map((line) => line.type);
    expect(lines.filter((type) => type === 'session.ended')).toHaveLength(1);
    expect(lines.filter((type) => type === 'ticket.routing_channel')).toHaveLength(1);
  });

  test('that routes as email ends a running chat at once', async () => {
    const { ada, ticketId } = await world.handedOver();
    await end(ada.conversationId(), { asEmail: true });
    expect(await ticket(ticketId)).toMatchObject({
      routingChannel: 'email',
      sessionState: 'ended',
    });
  });
});

test('ends by the system are told apart', async () => {
  const one = await world.handedOver();
  const { customer_id: customerId } = await world.stored(one.ada.conversationId());
  await world.app.database.inWorkspace(world.workspaceId, (scope) =>
    world.app.services.sessions.endOfCustomer(scope, customerId),
  );
  expect((await ticket(one.ticketId)).session).toMatchObject({
    endedReason: 'system',
    endedCause: 'customer_deleted',
    endedBy: { ...systemActor, name: null },
  });
  const other = await world.handedOver();
  const ended = await world.app.database.inWorkspace(world.workspaceId, (scope) =>
    world.app.services.sessions.endOfChannel(scope),
  );
  expect(ended).toBeGreaterThan(0);
  expect((await ticket(other.ticketId)).session.endedCause).toBe('channel_closed');
  const running = await world.query("select 1 from sessions where state <> 'ended'");
  expect(running).toHaveLength(0);
});

test.each([
  ['agent', 'agentEndedAsEmail', { kind: 'system', id: null }],
  ['customer', 'customerEndedAsEmail', { kind: 'customer', id: null }],
  ['inactivity', 'inactivityEndedAsEmail', { kind: 'system', id: null }],
] as const)('ends by %s have a switch of their own', async (reason, setting, actor) => {
  for (const on of [true, false]) {
    await settings({ [setting]: on });
    const { ada, ticketId } = await world.handedOver();
    await end(ada.conversationId(), { reason, actor });
    expect((await ticket(ticketId)).routingChannel).toBe(on ? 'email' : 'messaging');
  }
  await settings({ [setting]: true });
});

describe('a linked follow-up', () => {
  beforeAll(() => setMode('linked_ticket'));
  afterAll(() => setMode('same_ticket'));

  test('has its number, subject, owner, thread and transcript, and shares the brief', async () => {
    const { ada, ticketId } = await named();
    await world.takenByClara(ticketId);
    const preview = (await world.desk.get(`/api/tickets/${ticketId}/session/end`)).body;
    expect(preview.sentence).toMatch(/linked follow-up ticket.*stays with you/);
    await world.desk.post(`/api/tickets/${ticketId}/session/end`, { farewell: 'We will write.' });
    const before = await ticket(ticketId);
    expect(before).toMatchObject({ workState: 'none', routingChannel: 'messaging' });
    const [link] = before.following;
    expect(link).toMatchObject({ followup: true });
    const next = await ticket(link.id);
    const { memberId } = (await world.desk.get('/api/me')).body;
    expect(next).toMatchObject({
      subject: `Follow-up: ${before.subject}`,
      routingChannel: 'email',
      workState: 'assigned',
      session: null,
      assignee: { id: memberId },
      previous: { id: ticketId, followup: true },
    });
    expect(next.number).toBeGreaterThan(before.number);
    const { entries } = (await world.desk.get(`/api/tickets/${link.id}/timeline`)).body;
    const note = entries.find((entry: { kind: string }) => entry.kind === 'message').message;
    expect(note.channel).toBe('note');
    expect(note.text).toContain('leaking tent');
    expect(note.text).toContain('We will write.');
    const brief = await until('the brief', async () => {
      const answer = (await world.desk.get(`/api/tickets/${link.id}/brief`)).body;
      return answer.brief;
    });
    const corrected = await world.desk.patch(`/api/tickets/${link.id}/brief`, {
      version: brief.version,
      edit: { field: 'summary', value: 'The tent leaks.' },
    });
    expect(corrected.status).toBe(200);
    const original = (await world.desk.get(`/api/tickets/${ticketId}/brief`)).body;
    expect(original.brief.fields.summary.value).toBe('The tent leaks.');
    expect((await ada.read()).conversation.state).toBe('ended');
  });

  test('is in the queue where the policy says so, and in the view of follow-ups', async () => {
    await settings({ followupOwner: 'queue' });
    const { ticketId } = await named();
    await world.takenByClara(ticketId);
    await world.desk.post(`/api/tickets/${ticketId}/session/end`, {});
    const [link] = (await ticket(ticketId)).following;
    expect((await ticket(link.id)).workState).toBe('waiting');
    const view = (await world.desk.get('/api/tickets?view=follow_ups')).body.items;
    expect(view.map((one: { id: string }) => one.id)).toContain(link.id);
    await settings({ followupOwner: 'ending_agent' });
  });

  test('is opened once, however often it is asked for', async () => {
    const { id, ticketId } = await named();
    const wish = { followupMode: 'linked_ticket', asEmail: true } as const;
    await Promise.all([end(id, wish), end(id, wish), end(id, { reason: 'agent' }), end(id)]);
    expect((await ticket(ticketId)).following).toHaveLength(1);
  });

  test('is not opened for a ticket that is solved', async () => {
    const { id, ticketId } = await named();
    await changeTicket(world.desk, ticketId, { status: 'solved' });
    await end(id, { reason: 'agent', followupMode: 'linked_ticket' });
    expect((await ticket(ticketId)).following).toHaveLength(0);
  });
});

test('a rule may ask for the linked ticket where the queue does not', async () => {
  const { id, ticketId } = await named();
  await end(id, { followupMode: 'linked_ticket' });
  expect((await ticket(ticketId)).following).toHaveLength(1);
});

describe('a wish of a rule for the rest', () => {
  afterAll(() => setMode('same_ticket'));

  test.each([
    ['same_ticket', 'linked_ticket', 0],
    ['linked_ticket', 'same_ticket', 1],
  ] as const)('“%s” counts more than the queue’s, whoever ends', async (wish, queue, opened) => {
    await setMode(queue);
    const { id, ticketId } = await named();
    await wishFor(id, wish);
    const preview = (await world.desk.get(`/api/tickets/${ticketId}/session/end`)).body;
    expect(preview.sentence.includes('linked follow-up')).toBe(opened === 1);
    await world.desk.post(`/api/tickets/${ticketId}/session/end`, {});
    expect((await ticket(ticketId)).following).toHaveLength(opened);
  });

  test('comes too late for the same ticket once there is a linked one', async () => {
    const { id, ticketId } = await named();
    await end(id, { reason: 'agent' });
    await wishFor(id, 'linked_ticket');
    await wishFor(id, 'linked_ticket');
    expect((await ticket(ticketId)).following).toHaveLength(1);
    await expect(wishFor(id, 'same_ticket')).rejects.toThrow(/goes on in a linked ticket already/);
  });
});

test('the mode of a queue is for admins to set', async () => {
  expect((await world.desk.get('/api/followup-modes')).status).toBe(403);
  const admin = await world.app.as('devi');
  const answer = await admin.put(`/api/followup-modes/${randomUUID()}`, { mode: 'same_ticket' });
  expect(answer.status).toBe(404);
});

describe('a message after the end', () => {
  afterAll(() => settings({ afterEnd: 'new_ticket' }));

  test('opens a new conversation by default', async () => {
    await settings({ afterEnd: 'new_ticket' });
    const { ada, id } = await named();
    await end(id, { reason: 'agent' });
    expect((await ada.read(id)).conversation.ended?.mayReply).toBe(false);
    const { conversationId } = await ada.send('one more thing', { to: id });
    expect(await world.stored(conversationId)).toMatchObject({ previous_id: id });
  });

  test('within the grace time goes back into the ticket as mail would', async () => {
    await settings({ afterEnd: 'same_within_grace', graceMinutes: 30 });
    const { ada, id, ticketId } = await named();
    await end(id);
    await changeTicket(world.desk, ticketId, { status: 'solved' });
    clock.forward(29);
    expect((await ada.read(id)).conversation.ended?.mayReply).toBe(true);
    const { conversationId } = await ada.send('one more thing', { to: id });
    expect(conversationId).toBe(id);
    expect(await ticket(ticketId)).toMatchObject({
      status: 'open',
      routingChannel: 'email',
      sessionState: 'ended',
      awaitingReply: true,
    });
    clock.forward(2);
    const late = await ada.send('and another', { to: id });
    expect(late.conversationId).not.toBe(id);
  });

  test('after "New conversation" is always new, and without an address as well', async () => {
    await settings({ afterEnd: 'follow_up' });
    const known = await named();
    await end(known.id, { asEmail: true });
    const fresh = await known.ada.call('message.send', {
      conversationId: known.id,
      clientId: randomUUID(),
      text: 'something else',
      attachmentIds: [],
      answer: null,
      fresh: true,
    });
    expect(fresh.conversationId).not.toBe(known.id);
    const { ada } = await world.handedOver();
    const unknown = ada.conversationId();
    await end(unknown, { asEmail: true });
    expect((await ada.send('hello?', { to: unknown })).conversationId).not.toBe(unknown);
  });

  test('goes to the linked follow-up, and its sender still sees it in the chat', async () => {
    await settings({ afterEnd: 'follow_up' });
    const { ada, id, ticketId } = await named();
    await end(id, { followupMode: 'linked_ticket' });
    const clientId = randomUUID();
    await ada.send('the seams, by the way', { to: id, clientId });
    await ada.send('the seams, by the way', { to: id, clientId });
    const { messages } = await ada.read(id);
    expect(messages.filter((one) => one.text === 'the seams, by the way')).toHaveLength(1);
    const before = await ticket(ticketId);
    expect(before.awaitingReply).toBe(false);
    const link = before.following[0];
    const { entries } = (await world.desk.get(`/api/tickets/${link.id}/timeline`)).body;
    const texts = entries.map((entry: { message?: { text: string } }) => entry.message?.text);
    expect(texts.filter((text: string) => text === 'the seams, by the way')).toHaveLength(1);
    expect((await ticket(link.id)).awaitingReply).toBe(true);
  });
});

test('solved tickets close after the days the workspace says, running chats keep theirs open', async () => {
  await settings({ closeSolvedAfterDays: 2 });
  const done = await named();
  const live = await named();
  await end(done.id, { reason: 'agent' });
  for (const { ticketId } of [done, live]) {
    await changeTicket(world.desk, ticketId, { status: 'solved' });
  }
  const close = () => world.app.services.closing.close(world.workspaceId);
  clock.forward(2 * 1_440 - 5);
  expect(await close()).toBeInstanceOf(Date);
  expect((await ticket(done.ticketId)).status).toBe('solved');
  clock.forward(6);
  await Promise.all([close(), close()]);
  expect((await ticket(done.ticketId)).status).toBe('closed');
  expect((await ticket(live.ticketId)).status).toBe('solved');
  const lines = (await world.history(done.ticketId)).filter((line) => line.data['to'] === 'closed');
  expect(lines).toHaveLength(1);
});
