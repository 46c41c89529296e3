import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo, openMailWorld, support, type MailWorld } from '../support/mail-world.ts';
import { until } from '../support/wait.ts';

let world: MailWorld;
beforeAll(async () => {
  world = await openMailWorld();
});
afterAll(async () => world?.stop());

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function opened(subject: string, from = `${randomUUID()}@customer.test`) {
  await world.send({ from, to: support, subject, text: 'My pole broke on the first hike.' });
  return { from, ticket: await world.ticket(subject) };
}

describe('a new mail', () => {
  test('opens a ticket with its words, safe HTML, pictures and files', async () => {
    await world.send({
      from: { name: 'Jo Lindqvist', address: 'jo@customer.test' },
      to: support,
      cc: 'partner@elsewhere.test',
      subject: 'Broken pole',
      text: 'My pole broke.\n\nOn Monday somebody wrote:\n> How is the pole?\n',
      html: '<p>My pole broke. <script>alert(1)</script><img src="cid:photo"><img src="https://elsewhere.test/p.png"></p>',
      attachments: [
        { filename: 'pole (1).png', content: pixel, cid: 'photo' },
        { filename: 'order.txt', content: 'Order 4711' },
        { filename: 'manual.png', content: pixel, cid: 'elsewhere' },
      ],
    });
    const ticket = await world.ticket('Broken pole');
    expect(ticket).toMatchObject({
      channel: 'email',
      routingChannel: 'email',
      status: 'new',
      customer: { name: 'Jo Lindqvist', email: 'jo@customer.test', emailVerified: true },
      composer: { preferred: 'email' },
    });
    const [message] = await world.messages(ticket.id);
    expect(message).toMatchObject({
      channel: 'email',
      author: { kind: 'customer' },
      remoteImages: 1,
    });
    expect(message?.text).toContain('My pole broke.');
    expect(message?.html).not.toContain('script');
    // The picture stands in the text; what only carries a Content-ID stays in the list of files.
    expect(message?.attachments.map((file) => file.name).sort()).toEqual([
      'manual.png',
      'order.txt',
    ]);
    const src = /<img src="([^"]+)"/.exec(message?.html ?? '')?.[1] ?? '';
    expect(src).toMatch(/\/files\/.*pole%20%281%29\.png$/);
    const photo = await fetch(new URL(src, world.app.url));
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(pixel);
    const events = await world.events(ticket.id);
    expect(events.map((event) => event.type)).toContain('work.queued');
    expect(events.find((event) => event.type === 'mail.participants')?.data).toEqual({
      addresses: 'partner@elsewhere.test',
    });
    const intake = (await world.intake()).at(-1);
    expect(intake).toMatchObject({ state: 'processed', raw: null });
  });

  test('that arrives twice, or at two tagged addresses, is one conversation', async () => {
    const mail = {
      from: 'twice@customer.test',
      subject: 'Sent twice',
      text: 'Hello',
      messageId: '<twice-1@customer.test>',
    };
    await world.send({
      ...mail,
      to: support,
      envelope: { from: mail.from, to: [support, 'support+sales@lowtide.test'] },
    });
    await world.send({ ...mail, to: support });
    await world.settled();
    expect(await world.tickets('Sent twice')).toHaveLength(1);
    const repeated = (await world.intake()).filter(
      (row) => row.error === 'This mail has arrived before.',
    );
    expect(repeated).toHaveLength(2);
  });

  test('without a Message-ID is stored once however often it is sent', async () => {
    const raw = 'From: noid@customer.test\r\nSubject: No id at all\r\n\r\nHello\r\n';
    for (let sent = 0; sent < 2; sent += 1)
      await world.send({ raw, envelope: { from: 'noid@customer.test', to: support } });
    await world.settled();
    expect(await world.tickets('No id at all')).toHaveLength(1);
  });

  test('cannot be kept out by a stranger who guessed its Message-ID', async () => {
    const messageId = '<guessed@customer.test>';
    await world.send({
      from: 'eve@stranger.test',
      to: support,
      subject: 'First with the id',
      text: 'x',
      messageId,
    });
    await world.ticket('First with the id');
    await world.send({
      from: 'real@customer.test',
      to: support,
      subject: 'The real one',
      text: 'y',
      messageId,
    });
    expect((await world.ticket('The real one')).customer.email).toBe('real@customer.test');
  });

  test('of two new ones from the same new sender makes one customer', async () => {
    const from = 'burst@customer.test';
    await Promise.all(
      ['Burst A', 'Burst B', 'Burst C'].map((subject) =>
        world.send({ from, to: support, subject, text: 'x' }),
      ),
    );
    const tickets = await Promise.all(
      ['Burst A', 'Burst B', 'Burst C'].map((subject) => world.ticket(subject)),
    );
    expect(new Set(tickets.map((ticket) => ticket.customer.id)).size).toBe(1);
  });
});

describe('a reply', () => {
  test('to the signed address returns to its ticket and opens it again', async () => {
    const { from, ticket } = await opened('Return by address');
    const mail = await world.reply(ticket.id, 'Which model is it?', { status: 'pending' });
    await world.send({
      from,
      to: mail.parsed.replyTo?.[0]?.address ?? '',
      subject: 'other words',
      text: 'The red one.',
    });
    await until(
      'the reply in the ticket',
      async () => (await world.messages(ticket.id)).length === 3,
    );
    expect((await world.messages(ticket.id)).at(-1)).toMatchObject({
      text: 'The red one.',
      author: { kind: 'customer' },
    });
    expect((await world.ana.get(`/api/tickets/${ticket.id}`)).body.status).toBe('open');
  });

  test('that quotes us shows only what is new', async () => {
    const { from, ticket } = await opened('Return with quote');
    const mail = await world.reply(ticket.id, 'Which colour is it?');
    const text = `The blue one.\n\nOn Tue, 1 Jul 2025 at 10:00 Ana wrote:\n> Which colour is it?\n`;
    await world.send(answerTo(mail, { from, text }));
    await until('the reply', async () => (await world.messages(ticket.id)).length === 3);
    const last = (await world.messages(ticket.id)).at(-1);
    expect(last?.text).toBe('The blue one.');
    expect(last?.quoted).toContain('Which colour is it?');
  });

  test('by references alone returns as well', async () => {
    const { from, ticket } = await opened('Return by references');
    const mail = await world.reply(ticket.id, 'Tell us more');
    await world.send(answerTo(mail, { from, to: support, text: 'Here is more.' }));
    await until('the reply', async () => (await world.messages(ticket.id)).length === 3);
    expect((await world.messages(ticket.id)).at(-1)?.text).toBe('Here is more.');
  });

  test('of a stranger who holds the address and the references stands apart, and gets nothing of it', async () => {
    const { ticket } = await opened('Private matter');
    const mail = await world.reply(ticket.id, 'Your code is on its way.');
    await world.send(
      answerTo(mail, {
        from: 'mallory@stranger.test',
        subject: 'Stranger asks',
        text: 'Send it to me.',
      }),
    );
    const apart = await world.ticket('Stranger asks');
    expect(apart.id).not.toBe(ticket.id);
    const line = (await world.events(apart.id)).find((event) => event.type === 'mail.separated');
    expect(line?.data['reason']).toContain(`#${ticket.number}`);
    expect(await world.messages(ticket.id)).toHaveLength(2);
    const next = await world.reply(ticket.id, 'It has left.');
    expect(next.to).toEqual([ticket.customer.email]);
  });

  test('with an agent in From is an unknown customer, never the agent', async () => {
    const { ticket } = await opened('Spoof target');
    const mail = await world.reply(ticket.id, 'We look into it.');
    await world.send(
      answerTo(mail, {
        from: 'Ana Ruiz <ana@lowtide.test>',
        subject: 'Spoofed',
        text: 'Pay here.',
      }),
    );
    const apart = await world.ticket('Spoofed');
    expect((await world.messages(apart.id))[0]?.author.kind).toBe('customer');
    expect((await world.events(apart.id)).some((event) => event.type === 'mail.separated')).toBe(
      true,
    );
    expect(await world.messages(ticket.id)).toHaveLength(2);
  });

  test('with a guessed tag or ticket number opens a ticket of its own', async () => {
    const { ticket } = await opened('Guess me');
    const to = `support+${ticket.id.replaceAll('-', '').slice(0, 26)}@lowtide.test`;
    await world.send({
      from: ticket.customer.email ?? '',
      to,
      subject: `Re: #${ticket.number} guessed`,
      text: 'x',
    });
    expect((await world.ticket(`Re: #${ticket.number} guessed`)).id).not.toBe(ticket.id);
  });

  test('to a closed ticket goes on in a linked new one, and the next joins that', async () => {
    const { from, ticket } = await opened('Closed long ago');
    const mail = await world.reply(ticket.id, 'Solved then.');
    await world.app.database.inWorkspace(world.workspaceId, (scope) =>
      scope.db
        .updateTable('tickets')
        .set({ status: 'closed' })
        .where('id', '=', ticket.id)
        .execute(),
    );
    await world.send(answerTo(mail, { from, subject: 'It broke again', text: 'Again!' }));
    const next = await world.ticket('It broke again');
    expect(next.previous?.id).toBe(ticket.id);
    await world.send(
      answerTo(mail, { from, subject: 'It broke again, third', text: 'And again!' }),
    );
    await until('the second reply', async () => (await world.messages(next.id)).length === 2);
  });
});
