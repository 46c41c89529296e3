import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo, openMailWorld, type MailWorld } from '../support/mail-world.ts';
import { openCustomer, type Customer } from '../support/customer.ts';
import { until } from '../support/wait.ts';

let world: MailWorld;
let key: string;
const open: Customer[] = [];

beforeAll(async () => {
  world = await openMailWorld();
  key = (await world.app.demo()).widgetKey;
});

afterAll(async () => {
  open.forEach((one) => one.close());
  await world?.stop();
});

/** A chat of a customer with an address, whose session has ended. */
async function endedChat(followupMode: 'same_ticket' | 'linked_ticket') {
  const email = `ada.${randomUUID().slice(0, 8)}@customer.test`;
  const ada = await openCustomer(world.app.url, { key });
  open.push(ada);
  await ada.send(`My name is Ada, my address is ${email}, I want a human for my tent`);
  const ticketId = await until('the ticket', async () => {
    const found = await world.app.database.ownerPool.query(
      'select id from tickets where conversation_id = $1',
      [ada.conversationId()],
    );
    return found.rows[0]?.id as string | undefined;
  });
  await world.app.services.sessions.end(world.workspaceId, {
    conversationId: ada.conversationId(),
    reason: 'agent',
    actor: { kind: 'system', id: null },
    receivedAt: new Date(),
    followupMode,
  });
  const ticket = (await world.ana.get(`/api/tickets/${ticketId}`)).body;
  return { email, ticketId, ticket };
}

const texts = async (ticketId: string) =>
  (await world.messages(ticketId)).map((message) => message.text);

test.each(['new_ticket', 'same_within_grace', 'follow_up'])(
  'a mail stays in the thread it answers, with %s as well',
  async (afterEnd) => {
    const admin = await world.app.as('devi');
    await admin.patch('/api/settings', { sessions: { afterEnd } });
    const { email, ticketId } = await endedChat('same_ticket');
    const mail = await world.reply(ticketId, `We looked into it ${randomUUID()}`);
    await world.send(answerTo(mail, { from: email, text: 'Thank you, and the poles?' }));
    await until('the answer', async () =>
      (await texts(ticketId)).some((text) => text.includes('and the poles?')),
    );
    const after = (await world.ana.get(`/api/tickets/${ticketId}`)).body;
    expect(after.following).toEqual([]);
    expect(after).toMatchObject({ routingChannel: 'email', awaitingReply: true });
  },
);

test('the thread of a linked follow-up is its own, and mail to the old one goes there', async () => {
  const { email, ticketId } = await endedChat('same_ticket');
  const early = await world.reply(ticketId, `Before the follow-up ${randomUUID()}`);
  await world.app.services.sessions.end(world.workspaceId, {
    conversationId: (await world.ana.get(`/api/tickets/${ticketId}`)).body.conversationId,
    reason: 'trigger',
    actor: { kind: 'trigger', id: null },
    receivedAt: new Date(),
    followupMode: 'linked_ticket',
  });
  const [link] = (await world.ana.get(`/api/tickets/${ticketId}`)).body.following;
  const own = await world.reply(link.id, `In the follow-up ${randomUUID()}`);
  expect(own.parsed.subject).toContain('Follow-up');
  expect(own.parsed.text).not.toContain('Transcript');
  await world.send(answerTo(own, { from: email, text: 'To the new thread' }));
  await world.send(answerTo(early, { from: email, text: 'To the old thread' }));
  await until('both answers in the follow-up', async () => {
    const said = await texts(link.id);
    return ['To the new thread', 'To the old thread'].every((text) =>
      said.some((one) => one.includes(text)),
    );
  });
  expect((await texts(ticketId)).some((text) => text.includes('To the old'))).toBe(false);
});

test('a mail to a closed ticket opens a linked new one', async () => {
  const { email, ticketId } = await endedChat('same_ticket');
  const mail = await world.reply(ticketId, `All is done ${randomUUID()}`, { status: 'solved' });
  // What the end of the chat set going may still touch the ticket.
  await until('the ticket to close', async () => {
    await world.app.database.ownerPool.query(
      "update tickets set updated_at = now() - interval '5 days' where id = $1",
      [ticketId],
    );
    await world.app.services.closing.close(world.workspaceId);
    return (await world.ana.get(`/api/tickets/${ticketId}`)).body.status === 'closed';
  });
  await world.send(answerTo(mail, { from: email, text: 'It leaks again' }));
  const [next] = await until('the linked ticket', async () => {
    const { following } = (await world.ana.get(`/api/tickets/${ticketId}`)).body;
    return following.length > 0 ? following : null;
  });
  expect(await texts(next.id)).toEqual(expect.arrayContaining(['It leaks again']));
});
