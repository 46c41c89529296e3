/**
 * What is promised about chats, row by row, as customers and agents meet it: widget protocol and API, with a
 * relay and a worker that run. The corners of each row are in the files named after them.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMovedClock } from '../support/moved-clock.ts';
import { on, rule } from '../support/trigger-world.ts';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';
import type { Api } from '../support/api.ts';
import { changeTicket } from '../support/change-ticket.ts';

const clock = createMovedClock();
let world: WidgetWorld;
let admin: Api;

beforeAll(async () => {
  world = await startWidgetWorld({ clock });
  admin = await world.app.as('devi');
});

beforeEach(() => asEmail(true));

afterAll(() => world?.stop());

const ticket = async (id: string) => (await world.desk.get(`/api/tickets/${id}`)).body;
const end = (id: string, body: object = {}) =>
  world.desk.post(`/api/tickets/${id}/session/end`, body);
const change = (id: string, more: object) => changeTicket(world.desk, id, more);
const used = async () => {
  const { channels } = (await world.desk.get('/api/me/agent')).body.capacity;
  return { chat: channels.messaging.used, mail: channels.email.used };
};

async function asEmail(agentEndedAsEmail: boolean): Promise<void> {
  const answer = await admin.patch('/api/settings', { sessions: { agentEndedAsEmail } });
  expect(answer.status).toBe(200);
}

/** A chat that Clara has; with an address of its customer unless told otherwise. */
async function taken({ email = true }: { email?: boolean } = {}) {
  const { ada, ticketId } = await world.handedOver();
  const id = ada.conversationId();
  if (email) {
    const { customer_id: customer } = await world.stored(id);
    const address = `ada.${randomUUID().slice(0, 8)}@example.org`;
    await world.desk.patch(`/api/customers/${customer}`, { email: address });
  }
  await world.takenByClara(ticketId);
  return { ada, ticketId, id };
}

async function save(...of: Parameters<typeof rule>): Promise<string> {
  const answer = await admin.post('/api/triggers', rule(...of));
  expect(answer.status).toBe(200);
  return answer.body.id;
}

test('S1 conversation, session and ticket each have a life of their own', async () => {
  const { ticketId, id } = await taken();
  await change(ticketId, { status: 'solved' });
  expect(await world.stored(id)).toMatchObject({ state: 'active', status: 'solved' });
  await end(ticketId);
  const after = await ticket(ticketId);
  expect(after.session.state).toBe('ended');
  expect(new Set([after.id, after.session.id, after.conversationId]).size).toBe(3);
  await world.desk.post(`/api/tickets/${ticketId}/messages`, {
    clientId: randomUUID(),
    channel: 'email',
    text: 'One thing more.',
  });
  expect((await world.stored(id)).messages).toBeGreaterThan(0);
});

test('S2 agent, customer, trigger and silence end it, each with its reason', async () => {
  const byAgent = await taken();
  await end(byAgent.ticketId);
  const byCustomer = await taken();
  await byCustomer.ada.call('session.end', { conversationId: byCustomer.id });
  const ruleId = await save([on('priority', 'changed_to', ['low'])], [{ do: 'end_session' }]);
  const byRule = await taken();
  await change(byRule.ticketId, { priority: 'low' });
  await until('the end', async () => (await world.stored(byRule.id)).state === 'ended');
  await admin.delete(`/api/triggers/${ruleId}`);
  const quiet = { remind: false, afterMinutes: 3, endAtLastStep: true };
  await admin.patch('/api/settings', { sessions: { inactivity: quiet } });
  const bySilence = await taken();
  const hello = { clientId: randomUUID(), channel: 'messaging', text: 'Which tent is it?' };
  await world.desk.post(`/api/tickets/${bySilence.ticketId}/messages`, hello);
  clock.forward(4);
  await world.app.services.sessions.check(world.workspaceId, bySilence.id);
  await admin.patch('/api/settings', {
    sessions: { inactivity: { remind: true, endAtLastStep: false } },
  });
  const reasons = await Promise.all(
    [byAgent, byCustomer, byRule, bySilence].map(async (one) => {
      const { endedReason, endedBy, endedRule } = (await ticket(one.ticketId)).session;
      return [endedReason, endedBy.kind, endedRule];
    }),
  );
  expect(reasons).toEqual([
    ['agent', 'agent', null],
    ['customer', 'customer', null],
    ['trigger', 'trigger', ruleId],
    ['inactivity', 'system', null],
  ]);
});

test('S3 all, some by a rule, or none of the ended chats are treated as email', async () => {
  const all = await taken();
  await end(all.ticketId);
  await asEmail(false);
  const none = await taken();
  await end(none.ticketId);
  const ruleId = await save(
    [on('session_ended_reason', 'changed_to', ['agent']), on('tags', 'any_of', ['warranty'])],
    [{ do: 'set_routing_channel', channel: 'email' }],
  );
  const some = await taken();
  await change(some.ticketId, { tags: ['warranty'] });
  await end(some.ticketId);
  const routed = async (id: string) => (await ticket(id)).routingChannel;
  await until('the rule', async () => (await routed(some.ticketId)) === 'email');
  await admin.delete(`/api/triggers/${ruleId}`);
  expect([await routed(all.ticketId), await routed(none.ticketId)]).toEqual(['email', 'messaging']);
});

test('S4 the end gives chat units back; mail units are used only where it becomes email', async () => {
  for (const email of [true, false]) {
    await asEmail(email);
    const { ticketId } = await taken();
    const before = await used();
    await end(ticketId);
    expect(await used()).toEqual({ chat: before.chat - 3, mail: before.mail + (email ? 1 : 0) });
  }
});

test.each(['open', 'pending', 'on_hold', 'solved'])(
  'S5 the status %s is the same after the end',
  async (status) => {
    const { ticketId } = await taken();
    await change(ticketId, { status });
    await end(ticketId);
    expect((await ticket(ticketId)).status).toBe(status);
  },
);

test('S6 after the end there is no chat: mail where the address is known, else a note', async () => {
  for (const email of [true, false]) {
    const { ticketId } = await taken({ email });
    await end(ticketId);
    const { preferred, channels } = (await ticket(ticketId)).composer;
    const open = channels.filter((one: { allowed: boolean }) => one.allowed);
    expect(preferred).toBe(email ? 'email' : 'note');
    expect(open.map((one: { channel: string }) => one.channel)).toEqual(
      email ? ['email', 'note'] : ['note'],
    );
  }
});

test('S7 one line of the history tells the end, who ended it and what becomes of the rest', async () => {
  const { ticketId } = await taken();
  await end(ticketId);
  await end(ticketId);
  const { entries } = (await world.desk.get(`/api/tickets/${ticketId}/timeline`)).body;
  const lines = entries.flatMap((one: { event?: { type: string } }) =>
    one.event?.type === 'session.ended' ? [one.event] : [],
  );
  expect(lines).toMatchObject([
    {
      actor: { kind: 'agent', name: 'Clara Weiss' },
      sentence: 'ended the chat. The rest goes on as email work.',
      data: { reason: 'agent', routingChannel: 'email' },
    },
  ]);
});

test('S8 messaging rules stop with the chat, ticket rules go on and know the reason', async () => {
  const { ticketId } = await taken();
  const ids = [
    await save([on('tags', 'any_of', ['look'])], [{ do: 'note', text: 'live' }], {
      kind: 'messaging',
    }),
    await save(
      [on('tags', 'any_of', ['look']), on('session_ended_reason', 'is', ['agent'])],
      [{ do: 'set_priority', priority: 'high' }],
    ),
  ];
  await end(ticketId);
  await change(ticketId, { tags: ['look'] });
  await until('the ticket rule', async () => (await ticket(ticketId)).priority === 'high');
  const { runs } = (await admin.get(`/api/triggers/${ids[0]}/runs`)).body;
  expect(runs).toEqual([]);
  for (const id of ids) await admin.delete(`/api/triggers/${id}`);
});

test('S9 a later message opens a new session, whose ticket is linked to the old one', async () => {
  const { ada, ticketId, id } = await taken();
  await end(ticketId);
  const { conversationId } = await ada.send('I want to talk to a human again', { to: id });
  const next = await world.stored(conversationId);
  expect(next).toMatchObject({ state: 'active', previous_id: id });
  expect((await ticket(next.ticket_id)).previous).toMatchObject({ id: ticketId, followup: false });
  expect((await ticket(ticketId)).following).toMatchObject([{ id: next.ticket_id }]);
});

test('S10 the end says nothing by itself; the standard macro does', async () => {
  const silent = await taken();
  const before = (await silent.ada.read()).messages.length;
  await end(silent.ticketId);
  expect((await silent.ada.read()).messages).toHaveLength(before);
  const { macros } = (await world.desk.get('/api/macros')).body;
  const standard = macros.find((one: { name: string }) => one.name === 'I am ending this chat');
  expect(standard.chatText).toMatch(/^I am ending this chat now/);
  expect(standard.actions).toEqual([{ kind: 'end_session' }]);
});

test('S11 the survey of the chat is asked once, and is not that of the ticket', async () => {
  await admin.patch('/api/settings', {
    surveys: { ticket: { enabled: true, delayMinutes: 0, channel: 'email' } },
  });
  const { ticketId } = await taken();
  const hello = { clientId: randomUUID(), channel: 'messaging', text: 'Which tent is it?' };
  await world.desk.post(`/api/tickets/${ticketId}/messages`, hello);
  await end(ticketId);
  await end(ticketId);
  await change(ticketId, { status: 'solved' });
  const kinds = async () =>
    (await world.desk.get(`/api/tickets/${ticketId}/surveys`)).body.surveys
      .map((one: { kind: string }) => one.kind)
      .toSorted();
  await until('both', async () => (await kinds()).length === 2);
  expect(await kinds()).toEqual(['session', 'ticket']);
});

test('S12 the presets ship, each with its explanation and what it makes', async () => {
  const { recipes } = (await admin.get('/api/recipes')).body;
  expect(recipes.map((one: { id: string }) => one.id)).toEqual(
    expect.arrayContaining([
      'surge_live',
      'surge_email',
      'out_of_hours',
      'ended_chats_report',
      'survey_at_chat_end',
    ]),
  );
  for (const { explanation, parts } of recipes) {
    expect(explanation.length).toBeGreaterThan(20);
    expect(parts.length).toBeGreaterThan(0);
  }
});
