import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertConversation } from '../../src/server/features/conversations/index.ts';
import { createApi } from '../support/api.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { answerTo, openMailWorld, support, type MailWorld } from '../support/mail-world.ts';
import { until } from '../support/wait.ts';

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(async () => world?.stop());

async function opened(subject: string, from = `${randomUUID()}@customer.test`) {
  await world.send({
    from,
    to: support,
    subject,
    text: 'Hello',
    messageId: `<${randomUUID()}@customer.test>`,
  });
  return { from, ticket: await world.ticket(subject) };
}

/** A chat that an agent has ended, of a visitor who said what their address is. */
async function endedChat(email: string, subject: string) {
  const { services, database } = world.app;
  return database.inWorkspace(world.workspaceId, async (scope) => {
    const customerId = await services.customers.ofVisitor(scope, randomUUID());
    await services.customers.claim(scope, customerId, { name: 'Kim', email });
    const conversationId = randomUUID();
    await insertConversation(scope, {
      id: conversationId,
      customerId,
      channel: 'messaging',
      previousId: null,
      at: new Date(),
    });
    await services.sessions.start(scope, conversationId);
    const actor = { kind: 'customer', id: customerId } as const;
    await services.conversations.append(scope, {
      conversationId,
      clientId: null,
      channel: 'messaging',
      author: actor,
      text: subject,
    });
    const { id } = await services.createTicket(scope, {
      conversationId,
      customerId,
      subject,
      channel: 'messaging',
      routingChannel: 'messaging',
      actor,
    });
    const end = { conversationId, reason: 'customer', actor, receivedAt: new Date() } as const;
    await services.sessions.endIn(scope, end);
    return { ticketId: id, customerId };
  });
}

async function outbox(to: string) {
  const { body } = await world.clara.get('/api/mail/outbox');
  return body.items.find((mail: { to: string }) => mail.to === to);
}

describe('a reply to a customer', () => {
  test('carries sender, stable subject, thread, text and HTML, and no mark of a machine', async () => {
    const { from, ticket } = await opened('Torn sail');
    const first = await world.reply(ticket.id, 'We **mend** it.', {
      html: '<p>We <b>mend</b> it.<script>x</script></p>',
    });
    expect(first).toMatchObject({ from: support, to: [from] });
    expect(first.header('from')).toBe(`Ana Ruiz at Lowtide Coffee <${support}>`);
    expect(first.header('subject')).toBe('Re: Torn sail');
    expect(first.header('reply-to')).toMatch(/^support\+[a-z2-7]{30,}@lowtide\.test$/);
    expect(first.header('auto-submitted')).toBeNull();
    expect(first.header('x-segue-origin')).toMatch(/^[0-9a-f]{24}$/);
    expect(first.parsed.html).toContain('<b>mend</b>');
    expect(first.parsed.html).not.toContain('script');
    expect(first.parsed.html).toMatch(/^<!doctype html>.*font-family:system-ui.*<\/html>\s*$/s);
    const [asked] = await world.app.database.inWorkspace(world.workspaceId, (scope) =>
      scope.db
        .selectFrom('messages')
        .select('mail_message_id')
        .orderBy('id', 'desc')
        .limit(2)
        .execute()
        .then((rows) => rows.reverse()),
    );
    expect(first.header('in-reply-to')).toBe(`<${asked?.mail_message_id}>`);
    await changeTicket(world.ana, ticket.id, { subject: 'Renamed sail' });
    const second = await world.reply(ticket.id, 'It is mended.');
    expect(second.header('subject')).toBe('Re: Torn sail');
    expect(second.header('references')?.split(' ')).toEqual([
      `<${asked?.mail_message_id}>`,
      first.header('message-id'),
    ]);
    await until(
      'the state at the message',
      async () => (await world.messages(ticket.id)).at(-1)?.mail?.state === 'sent',
    );
  });

  test('cannot be made to carry headers by subject, name or address', async () => {
    const from = `"x\r\n Bcc: eve@stranger.test" <crlf@customer.test>`;
    const raw = `From: ${from}\r\nSubject: =?utf-8?q?Split=0D=0ABcc:_eve@stranger.test?=\r\nMessage-ID: <a\r\n b@x>\r\n\r\nHi\r\n`;
    await world.send({ raw, envelope: { from: 'crlf@customer.test', to: support } });
    const ticket = await world.ticket('Split Bcc: eve@stranger.test');
    const mail = await world.reply(ticket.id, 'Hello there');
    expect(mail.to).toEqual(['crlf@customer.test']);
    expect(mail.header('bcc')).toBeNull();
    expect(mail.raw).not.toMatch(/^bcc:/im);
  });

  test('brings its files', async () => {
    const { ticket } = await opened('With files');
    const form = new FormData();
    form.append('file', new Blob(['Label 17']), 'label.txt');
    const uploaded = await fetch(new URL('/api/attachments', world.app.url), {
      method: 'POST',
      headers: { cookie: world.ana.cookie(), origin: world.app.url },
      body: form,
    });
    expect(uploaded.status).toBe(200);
    const { id } = (await uploaded.json()) as { id: string };
    const mail = await world.reply(ticket.id, 'Here is the label.', { attachmentIds: [id] });
    expect(mail.parsed.attachments.map((file) => file.filename)).toEqual(['label.txt']);
  });
});

describe('an ended chat', () => {
  test('is answered by mail, and the reply comes back and proves the address', async () => {
    const { ticketId } = await endedChat('kim@customer.test', 'Refund for a tent');
    const mail = await world.reply(ticketId, 'The refund is on its way.', { status: 'pending' });
    expect(mail.header('subject')).toBe('[Lowtide Coffee] Refund for a tent');
    expect((await world.ana.get(`/api/tickets/${ticketId}`)).body.customer.emailVerified).toBe(
      false,
    );
    await world.send(
      answerTo(mail, { from: 'Kim <kim@customer.test>', text: 'It has arrived, thanks.' }),
    );
    await until('the reply', async () =>
      (await world.messages(ticketId)).some((one) => one.text === 'It has arrived, thanks.'),
    );
    const { body: ticket } = await world.ana.get(`/api/tickets/${ticketId}`);
    expect(ticket).toMatchObject({ status: 'open', routingChannel: 'email' });
    expect(ticket.customer).toMatchObject({ email: 'kim@customer.test', emailVerified: true });
  });

  test('of somebody who claimed the address of another customer does not get their mail', async () => {
    await opened('I am the real Lee', 'lee@customer.test');
    const { ticketId } = await endedChat('lee@customer.test', 'Pretending to be Lee');
    const mail = await world.reply(ticketId, 'Hello Lee');
    await world.send(
      answerTo(mail, {
        from: 'lee@customer.test',
        subject: 'Who is this',
        text: 'My secret is 42.',
      }),
    );
    const apart = await world.ticket('Who is this');
    expect((await world.events(apart.id)).some((event) => event.type === 'mail.separated')).toBe(
      true,
    );
    expect((await world.messages(ticketId)).some((one) => one.text.includes('42'))).toBe(false);
  });
});

describe('the outbox', () => {
  test('shows what the server refused for good, in its words, and sends it again', async () => {
    const { from, ticket } = await opened('Refused');
    world.peer.refuseRecipient = () => ({ code: 550, words: 'No such customer' });
    await world.ana.post(`/api/tickets/${ticket.id}/messages`, {
      clientId: randomUUID(),
      channel: 'email',
      text: 'Are you there?',
    });
    const failed = await until('the refusal', async () => {
      const mail = await outbox(from);
      return mail?.state === 'failed' && mail;
    });
    expect(failed).toMatchObject({
      attempts: 1,
      error: expect.stringContaining('No such customer'),
    });
    expect((await world.messages(ticket.id)).at(-1)?.mail).toMatchObject({
      state: 'failed',
      to: from,
    });
    world.peer.refuseRecipient = () => null;
    expect((await world.clara.post(`/api/mail/outbox/${failed.id}/send`)).body).toEqual({
      done: true,
    });
    await until('it to leave', async () => (await outbox(from))?.state === 'sent');
    expect((await world.clara.post(`/api/mail/outbox/${failed.id}/send`)).body).toEqual({
      done: true,
    });
    const { entries } = (await world.ana.get(`/api/tickets/${ticket.id}/timeline`)).body as {
      entries: { event?: { type: string; sentence: string } }[];
    };
    const lines = entries.flatMap(({ event }) => (event?.type.startsWith('mail.') ? [event] : []));
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^could not send the mail to .*No such customer/),
      `sent the mail to ${from} again`,
    ]);
  });

  test('tries again when the server is busy or the line breaks, with the same Message-ID', async () => {
    const { from, ticket } = await opened('Line breaks');
    world.peer.cutAfterData = 1;
    const before = world.peer.received.length;
    await world.ana.post(`/api/tickets/${ticket.id}/messages`, {
      clientId: randomUUID(),
      channel: 'email',
      text: 'Twice at most',
    });
    await until('it to be sent', async () => (await outbox(from))?.state === 'sent');
    const copies = world.peer.received.slice(before).map((mail) => mail.header('message-id'));
    expect(copies.length).toBeGreaterThanOrEqual(2);
    expect(new Set(copies).size).toBe(1);
  });

  test('sends what was kept while there was no server, but not after a week', async () => {
    const { from, ticket } = await opened('Kept back');
    await world.reply(ticket.id, 'Left once');
    await until('it to count as sent', async () => (await outbox(from))?.state === 'sent');
    const { id } = await outbox(from);
    const keep = (createdAt: Date) =>
      world.app.database.inWorkspace(world.workspaceId, (scope) =>
        scope.db
          .updateTable('outbound_mails')
          .set({ state: 'not_configured', created_at: createdAt })
          .where('id', '=', id)
          .execute(),
      );
    await keep(new Date(Date.now() - 8 * 86_400_000));
    expect((await world.clara.post(`/api/mail/outbox/${id}/send`)).status).toBe(400);
    await keep(new Date(Date.now() - 6 * 86_400_000));
    expect((await world.clara.post(`/api/mail/outbox/${id}/send`)).status).toBe(200);
    await until('it to leave', async () => (await outbox(from))?.state === 'sent');
  });

  test('is for supervisors only', async () => {
    for (const path of ['/api/mail/outbox', '/api/mail/quarantine', '/api/mail/intake']) {
      expect((await createApi(world.app.url).get(path)).status).toBe(401);
      expect((await world.ana.get(path)).status).toBe(403);
    }
    expect((await world.ana.post(`/api/mail/outbox/${randomUUID()}/send`)).status).toBe(403);
    expect((await world.clara.post(`/api/mail/outbox/${randomUUID()}/send`)).status).toBe(404);
    expect((await world.clara.get('/api/mail/outbox?cursor=x')).status).toBe(400);
    const { body } = await world.clara.get('/api/mail/outbox?limit=2');
    const { body: next } = await world.clara.get(
      `/api/mail/outbox?limit=2&cursor=${body.nextCursor}`,
    );
    expect(next.items[0].id < body.items[1].id).toBe(true);
  });
});

test('without a mail server replies are kept, and sent by hand once there is one', async () => {
  const kept = await openMailWorld({ config: { outgoingSmtp: null } });
  try {
    await kept.send({
      from: 'patient@customer.test',
      to: support,
      subject: 'No server',
      text: 'Hello',
    });
    const ticket = await kept.ticket('No server');
    await kept.ana.post(`/api/tickets/${ticket.id}/messages`, {
      clientId: randomUUID(),
      channel: 'email',
      text: 'Kept for you',
    });
    const { body } = await kept.clara.get('/api/mail/outbox');
    expect(body).toMatchObject({
      serverConfigured: false,
      items: [{ state: 'not_configured', text: expect.stringContaining('Kept for you') }],
    });
    const refused = await kept.clara.post(`/api/mail/outbox/${body.items[0].id}/send`);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  } finally {
    await kept.stop();
  }
});
