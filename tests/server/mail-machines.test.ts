import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutgoingService } from '../../src/server/features/mail/index.ts';
import { findWorkspace, settingsOf } from '../../src/server/features/workspaces/index.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import { createApi, type Api } from '../support/api.ts';
import { answerTo, openMailWorld, support, type MailWorld } from '../support/mail-world.ts';
import type { PeerMail } from '../support/smtp-peer.ts';
import { until } from '../support/wait.ts';

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(async () => world?.stop());

async function answered(subject: string) {
  const from = `${randomUUID()}@customer.test`;
  await world.send({ from, to: support, subject, text: 'Hello' });
  const ticket = await world.ticket(subject);
  const mail = await world.reply(ticket.id, 'We look into it.', { status: 'pending' });
  await until(
    'it to count as sent',
    async () => (await world.messages(ticket.id)).at(-1)?.mail?.state === 'sent',
  );
  return { from, ticket, mail };
}

/** Hands a mail of ours to the listener as its recipient's server would. */
async function forward(mail: PeerMail, to = mail.to): Promise<void> {
  await world.send({
    raw: Buffer.from(mail.raw, 'latin1'),
    envelope: { from: mail.from, to: [...to] },
  });
}

const outgoing = createOutgoingService({
  clock: systemClock,
  ids: uuidIds,
  findWorkspace,
  settingsOf,
  serverConfigured: true,
});

/** What an automatic answer of a desk would be. */
async function answerAutomatically(workspaceId: string, ticketId: string): Promise<void> {
  await world.app.database.inWorkspace(workspaceId, async (scope) => {
    const { conversation_id: conversationId } = await scope.db
      .selectFrom('tickets')
      .select('conversation_id')
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow();
    const { id: messageId } = await world.app.services.conversations.append(scope, {
      conversationId,
      clientId: null,
      channel: 'email',
      author: { kind: 'assistant', id: null },
      text: 'We have got your mail.',
    });
    const reply = { ticketId, messageId, text: 'We have got your mail.', html: null };
    await outgoing.queueReply(scope, { ...reply, authorName: 'Assistant', automatic: true });
  });
}

describe('an automatic reply', () => {
  test('stays quiet on its ticket: no new ticket, no new status, not the last word', async () => {
    const { from, ticket, mail } = await answered('Away soon');
    const away = {
      from,
      subject: 'Out of office',
      text: 'Back on Monday.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    };
    await world.send(answerTo(mail, away));
    const note = await until('the note', async () =>
      (await world.messages(ticket.id)).find((one) => one.channel === 'note'),
    );
    expect(note).toMatchObject({
      author: { kind: 'system' },
      text: expect.stringContaining('Back on Monday.'),
    });
    const [row] = await world.tickets('Away soon');
    expect(row).toMatchObject({ status: 'pending', lastMessage: { authorKind: 'agent' } });
    const found = await until('the note to be found', async () => {
      const tickets = await world.tickets('Out of office');
      return tickets.length > 0 && tickets;
    });
    expect(found.map((one) => one.subject)).toEqual(['Away soon']);
  });

  test('that belongs nowhere is dropped', async () => {
    const before = (await world.intake()).length;
    await world.send({
      from: 'robot@customer.test',
      to: support,
      subject: 'Automatic reply: hello',
      text: 'Away.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await world.settled();
    expect((await world.intake()).slice(before)).toMatchObject([{ state: 'ignored' }]);
  });
});

test('bulk mail opens a ticket of low priority and says why', async () => {
  await world.send({
    from: 'list@news.test',
    to: support,
    subject: 'Newsletter',
    text: 'News',
    headers: { 'List-Id': '<news.news.test>' },
  });
  const ticket = await world.ticket('Newsletter');
  expect(ticket.priority).toBe('low');
  expect((await world.events(ticket.id)).map((event) => event.type)).toContain('mail.bulk');
});

describe('a mail that comes back', () => {
  const report = (original: string, action: string, status: string) =>
    [
      'From: MAILER-DAEMON@relay.test',
      `To: ${support}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It did not arrive.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relay.test',
      '',
      'Final-Recipient: rfc822; gone@customer.test',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${original}`,
      '',
      '--b--',
      '',
    ].join('\r\n');

  test('is marked at its message and in the history', async () => {
    const { ticket, mail } = await answered('Will bounce');
    const delayed = report(mail.header('message-id') ?? '', 'delayed', '4.4.1');
    await world.send({ raw: delayed, envelope: { from: '', to: support } });
    await world.settled();
    expect((await world.messages(ticket.id)).at(-1)?.mail?.state).toBe('sent');
    const raw = report(mail.header('message-id') ?? '', 'failed', '5.1.1');
    await world.send({ raw, envelope: { from: '', to: support } });
    await until(
      'the mark',
      async () => (await world.messages(ticket.id)).at(-1)?.mail?.state === 'bounced',
    );
    expect((await world.messages(ticket.id)).at(-1)?.mail?.error).toContain('User unknown');
    const line = (await world.events(ticket.id)).find((event) => event.type === 'mail.bounced');
    expect(line?.sentence).toContain('User unknown');
    expect(await world.tickets('Undelivered')).toEqual([]);
  });

  test('unopened, as our own, is ignored', async () => {
    const { ticket, mail } = await answered('Echo');
    await forward(mail, [support]);
    await world.settled();
    expect(await world.messages(ticket.id)).toHaveLength(2);
    expect((await world.tickets('Echo')).length).toBe(1);
  });
});

describe('two desks that write to each other', () => {
  const desk = 'help@otherdesk.test';
  let other: Api;
  let otherId: string;
  beforeAll(async () => {
    other = createApi(world.app.url);
    const answers = {
      workspaceName: 'Other Desk',
      supportAddress: desk,
      adminName: 'Otto',
      adminEmail: 'otto@otherdesk.test',
      password: 'a long password',
    };
    await other.post('/api/workspaces', answers);
    await other.signIn('otto@otherdesk.test', 'a long password');
    otherId = (await other.get('/api/me')).body.workspace.id;
  });

  test('end after one answer each', async () => {
    await world.send({
      from: desk,
      to: support,
      subject: 'Desk to desk',
      text: 'A person at the other desk writes.',
    });
    const ticket = await world.ticket('Desk to desk');
    // A person's answer reaches the other desk as a customer's mail.
    const mail = await world.reply(ticket.id, 'Hello other desk');
    await forward(mail);
    const theirs = await until(
      'their ticket',
      async () => (await other.get('/api/tickets?search=desk')).body.items[0],
    );
    // Their desk answers by itself; ours notes it quietly, and theirs drops what ours says by itself.
    await answerAutomatically(otherId, theirs.id);
    const back = await until('their automatic mail', () =>
      world.peer.received.find((one) => one.header('auto-submitted') !== null),
    );
    expect(back.header('x-auto-response-suppress')).toBe('All');
    await forward(back);
    await until('the quiet note', async () =>
      (await world.messages(ticket.id)).some((one) => one.channel === 'note'),
    );
    await answerAutomatically(world.workspaceId, ticket.id);
    const ours = await until('our automatic mail', () =>
      world.peer.received.find(
        (one) => one.to[0] === desk && one.header('auto-submitted') !== null,
      ),
    );
    await forward(ours);
    await world.settled();
    expect((await other.get('/api/tickets?search=desk')).body.items).toHaveLength(1);
    expect(await world.tickets('Desk')).toHaveLength(1);
  });

  test('are stopped by the budget if nothing else sees the loop', async () => {
    const { ticket, from } = await answered('Endless');
    for (let mails = 0; mails < 22; mails += 1)
      await answerAutomatically(world.workspaceId, ticket.id);
    const { body } = await world.clara.get('/api/mail/outbox?limit=100');
    const mine = body.items.filter((mail: { to: string }) => mail.to === from);
    expect(mine.filter((mail: { state: string }) => mail.state === 'failed')).toHaveLength(2);
    expect(mine[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('too many automatic mails'),
    });
  });
});
