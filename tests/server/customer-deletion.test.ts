import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import {
  holding,
  listTablesOfCustomers,
  lookedAfter,
  type Query,
} from '../support/customer-words.ts';
import { openCustomer, type Customer } from '../support/customer.ts';
import { answerTo, openMailWorld, support, type MailWorld } from '../support/mail-world.ts';
import type { PeerMail } from '../support/smtp-peer.ts';
import { on, openTriggerWorld, type TriggerWorld } from '../support/trigger-world.ts';
import { until } from '../support/wait.ts';

/** Stands in everything the customer says, is called, or sends. */
const mark = 'quagmarix';
const email = `${mark}@example.test`;

/** Where rules call: takes everything. */
const warehouse = createServer((_request, answer) => answer.end('{}'));

let world: MailWorld;
let triggers: TriggerWorld;
let devi: Api;
let ana: Api;
let visitor: Customer;
let answered: PeerMail;
let customerId: string;
const tickets = { mail: '', ended: '', live: '' };

const query: Query = async (text: string, values: unknown[] = []) =>
  (await world.app.database.ownerPool.query(text, values)).rows;

const counted = async () => {
  const [row] = await query(
    `select (select count(*)::int from tickets where customer_id = $1) as tickets,
      (select count(*)::int from messages m join conversations c on c.id = m.conversation_id
        where c.customer_id = $1) as messages,
      (select json_agg(number order by number) from tickets where customer_id = $1) as numbers`,
    [customerId],
  );
  return row;
};
const ticket = async (id: string) => (await devi.get(`/api/tickets/${id}`)).body;
/** What the desk asks about a ticket on screen. */
const partsOfTicket = ['', '/timeline', '/brief', '/surveys', '/sla', '/signals', '/likeness'];
const say = (id: string, channel: string, text: string) =>
  ana.post(`/api/tickets/${id}/messages`, { clientId: crypto.randomUUID(), channel, text });

beforeAll(async () => {
  await new Promise<void>((done) => warehouse.listen(0, '127.0.0.1', done));
  world = await openMailWorld({ config: { allowedHosts: ['127.0.0.1'] } });
  triggers = await openTriggerWorld(world.app);
  devi = triggers.devi;
  ana = triggers.ana;
  await rulesThatRepeatWords();
  await mailWithFile();
  await workOnTheMail();
  await chats();
  await leftovers();
  await triggers.settled();
});
afterAll(async () => {
  visitor?.close();
  await world?.stop();
  warehouse.close();
});

/** What a workspace does by itself with the words of customers. */
async function rulesThatRepeatWords(): Promise<void> {
  const hook = await devi.post('/api/webhooks', {
    name: 'Warehouse',
    url: `http://127.0.0.1:${(warehouse.address() as AddressInfo).port}/`,
  });
  await triggers.save(
    [on('subject', 'contains', ['broke'])],
    [
      { do: 'notify_webhook', webhookId: hook.body.id },
      {
        do: 'notify_email',
        to: 'chief@lowtide.test',
        subject: 'New',
        text: 'See {{ticket.subject}}',
      },
      { do: 'set_priority', priority: 'high' },
    ],
  );
  await devi.patch('/api/settings', {
    surveys: { session: { enabled: true, channel: 'widget', delayMinutes: 0 } },
  });
  for (const name of ['Grinders', 'Kettles'])
    await devi.post('/api/categories', {
      name,
      description: '',
      keywords: [],
      examples: [`${name} are loud`, `My ${name} broke`, `${name} need parts`],
    });
}

async function mailWithFile(): Promise<void> {
  await world.send({
    from: `Quagmarix Lee <${email}>`,
    to: support,
    subject: `${mark} grinder broke`,
    text: `My lawyer will write to you, says ${mark}.`,
    html: `<p>My lawyer will write to you, says <b>${mark}</b>.</p>`,
    messageId: `<first-${mark}@example.test>`,
    attachments: [{ filename: `${mark}.txt`, content: `${mark} serial number` }],
  });
  const opened = await world.ticket(`${mark} grinder broke`);
  tickets.mail = opened.id;
  customerId = opened.customer.id;
  // The rule is about this subject, which is another one soon.
  await triggers.settled();
}

async function workOnTheMail(): Promise<void> {
  const id = tickets.mail;
  answered = await world.reply(id, `Dear ${mark}, send it in.`);
  await say(id, 'note', `${mark} called twice`);
  await ana.put(`/api/tickets/${id}/draft`, { channel: 'email', text: `Dear ${mark}`, html: null });
  await triggers.change(id, { category: 'Grinders' });
  await triggers.change(id, { subject: `The ${mark} case` });
  await ana.patch(`/api/customers/${customerId}`, { phone: `+1 ${mark}`, region: mark });
  await triggers.settled();
  await world.app.services.categoryModels.train(world.workspaceId);
}

/** One chat that ended, with a brief that was corrected and a survey with a comment; and one that goes on. */
async function chats(): Promise<void> {
  const { id: workspaceId, widgetKey: key } = await world.app.demo();
  const [row] = await query('select identity_secret from workspaces where id = $1', [workspaceId]);
  const signature = createHmac('sha256', row.identity_secret).update(email).digest('hex');
  visitor = await openCustomer(world.app.url, { key });
  await visitor.call('identify', { email, signature });
  await visitor.send(`I want to talk to a human, I am ${mark}`);
  tickets.ended = await ticketOf(visitor.conversationId());
  await takeAndAnswer(tickets.ended);
  await ana.post(`/api/tickets/${tickets.ended}/session/end`);
  const brief = await until(
    'the brief',
    async () => (await ana.get(`/api/tickets/${tickets.ended}/brief`)).body.brief,
  );
  const edit = { field: 'nextStep', value: `Call ${mark} back.` };
  await ana.patch(`/api/tickets/${tickets.ended}/brief`, { version: brief.version, edit });
  const survey = await until('the survey', async () => {
    const { conversation } = await visitor.read();
    return conversation.ended?.survey ?? null;
  });
  await visitor.call('survey.answer', {
    conversationId: visitor.conversationId(),
    surveyId: survey.id,
    score: 2,
    comment: `${mark} was not amused`,
    tags: [],
  });
  await visitor.send(`Hello again, it is ${mark}`);
  await visitor.call('person.request', { conversationId: visitor.conversationId() });
  tickets.live = await ticketOf(visitor.conversationId());
  await takeAndAnswer(tickets.live);
}

async function ticketOf(conversationId: string): Promise<string> {
  const [row] = await query('select id from tickets where conversation_id = $1', [conversationId]);
  return row.id;
}

async function takeAndAnswer(id: string): Promise<void> {
  const { memberId: agentId } = (await ana.get('/api/me')).body;
  await devi.post(`/api/tickets/${id}/assign`, { agentId, override: true, why: 'Knows it' });
  expect((await say(id, 'messaging', `Hello ${mark}, I look into it.`)).status).toBe(200);
}

/** What no click makes quickly: mail that waits, mail put aside, a remark on an offer. */
async function leftovers(): Promise<void> {
  const site = await world.app.services.portal.site(
    (await devi.get('/api/me')).body.workspace.slug,
  );
  await world.app.services.portal.sendLink(site, email);
  await triggers.settled();
  await query(
    `update outbound_mails set state = 'queued' where ticket_id = $1 and message_id is not null`,
    [tickets.mail],
  );
  await query(
    `insert into mail_intake (workspace_id, id, mailbox_id, envelope_from, envelope_to, raw, size_bytes, state, received_at)
     select workspace_id, gen_random_uuid(), id, '', address, $1::bytea, 3, 'quarantined', now() from mailboxes limit 1`,
    [Buffer.from(`From: ${email.toUpperCase()}\r\n\r\nx`)],
  );
  await query(
    `insert into model_calls (workspace_id, id, purpose, model, prompt, prompt_version, result, tokens_in,
       tokens_out, cost_micros, sent, received, at)
     values ($1, gen_random_uuid(), 'write', 'm', 'brief', 1, 'ok', 1, 1, 1, $2, $2, now())`,
    [world.workspaceId, `What does ${mark} want?`],
  );
  await query('update customers set attributes = $2 where id = $1', [
    customerId,
    JSON.stringify({ plan: mark }),
  ]);
  await query(
    `insert into offers (workspace_id, id, work_item_id, agent_id, offered_at, expires_at, outcome, why, comment)
     select w.workspace_id, gen_random_uuid(), w.id, (select id from agents limit 1), now(), now(), 'declined', '', $2
     from work_items w where w.ticket_id = $1`,
    [tickets.mail, `Not ${mark} again`],
  );
}

describe('a table', () => {
  it('that belongs to customers is looked after, or holds no words of theirs', async () => {
    const names = await listTablesOfCustomers(query);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !lookedAfter.has(name))).toEqual([]);
  });
});

describe('the data of a customer', () => {
  it('is in many tables, or this test would prove nothing', async () => {
    const tables = (await holding(query, mark)).map((name) => name.replace('public.', ''));
    expect(tables).toEqual(
      expect.arrayContaining([
        'attachments',
        'briefs',
        'category_models',
        'conversations',
        'corrections',
        'customer_identities',
        'customer_search',
        'customers',
        'drafts',
        'mail_intake',
        'messages',
        'model_calls',
        'offers',
        'outbound_mails',
        'surveys',
        'ticket_events',
        'ticket_search',
        'tickets',
        'webhook_deliveries',
      ]),
    );
  });

  it('is counted before it goes, for admins only', async () => {
    expect((await ana.get(`/api/customers/${customerId}/holdings`)).status).toBe(403);
    const { body } = await devi.get(`/api/customers/${customerId}/holdings`);
    expect(body).toMatchObject({ tickets: 3, runningChats: 1, waitingMails: 1, files: 1 });
    expect(body.messages).toBeGreaterThan(6);
  });

  it('is taken out as a document with its files', async () => {
    const path = `/api/customers/${customerId}/export`;
    expect((await ana.get(path)).status).toBe(403);
    const answer = await fetch(new URL(path, world.app.url), {
      headers: { cookie: devi.cookie() },
    });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const document = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()));
    expect(document.customer).toMatchObject({ name: 'Quagmarix Lee', attributes: { plan: mark } });
    expect(document.conversations).toHaveLength(3);
    const [first] = document.conversations;
    expect(first.ticket).toMatchObject({ subject: `The ${mark} case`, category: 'Grinders' });
    const [path1] = first.messages[0].files;
    expect(strFromU8(files[path1] ?? new Uint8Array())).toBe(`${mark} serial number`);
  });
});

describe('a deletion', () => {
  let before: Record<string, unknown>;
  let liveConversation: string;

  it('leaves no word of the customer in any table', async () => {
    before = await counted();
    liveConversation = visitor.conversationId();
    expect((await ana.delete(`/api/customers/${customerId}`)).status).toBe(403);
    const { status, body } = await devi.delete(`/api/customers/${customerId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ by: 'Devi Rao', counts: { tickets: 3, runningChats: 1 } });
    await triggers.settled();
    expect(await holding(query, mark)).toEqual([]);
  });

  it('keeps counts, numbers, and who did it', async () => {
    expect(await counted()).toEqual(before);
    const { body } = await ana.get(`/api/customers/${customerId}/deletion`);
    expect(body).toMatchObject({ by: 'Devi Rao', counts: { tickets: 3 } });
    for (const id of Object.values(tickets)) {
      expect(await ticket(id)).toMatchObject({
        status: 'closed',
        subject: 'Deleted with the customer',
        customer: { name: 'Deleted customer', email: null, phone: null, attributes: {} },
      });
      const [line] = await triggers.lines(id, 'customer.deleted');
      expect(line).toMatchObject({ actor: { kind: 'agent', name: 'Devi Rao' } });
    }
    expect((await devi.delete(`/api/customers/${customerId}`)).body).toEqual(body);
  });

  it('ends the chat that ran, as the system, and says why', async () => {
    expect((await ticket(tickets.live)).session).toMatchObject({
      state: 'ended',
      endedReason: 'system',
      endedCause: 'customer_deleted',
    });
    const stay = await query(
      `select state from work_items where ticket_id = any($1) and state <> 'done'`,
      [Object.values(tickets)],
    );
    expect(stay).toEqual([]);
  });

  it('cancels mail that waited, for good', async () => {
    const { items } = (await devi.get('/api/mail/outbox')).body;
    const cancelled = items.filter(({ state }: { state: string }) => state === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    expect((await devi.post(`/api/mail/outbox/${cancelled[0].id}/send`)).status).not.toBe(200);
    expect(await query(`select from outbound_mails where state = 'queued'`)).toEqual([]);
  });

  it('leaves every page about the case readable, and nothing can be added', async () => {
    for (const id of Object.values(tickets)) {
      for (const part of partsOfTicket)
        expect(await devi.get(`/api/tickets/${id}${part}`)).toMatchObject({ status: 200 });
      expect((await say(id, 'note', 'x')).body.code).toBe('customer_deleted');
      const draft = { channel: 'note', text: 'x', html: null };
      expect((await ana.put(`/api/tickets/${id}/draft`, draft)).body.code).toBe('customer_deleted');
    }
    const change = await ana.patch(`/api/customers/${customerId}`, { name: 'Back' });
    expect(change.body.code).toBe('customer_deleted');
    expect((await devi.get(`/api/customers/${customerId}/export`)).status).toBe(404);
    const { body } = await devi.get('/api/search?q=deleted');
    expect(JSON.stringify(body.customers ?? [])).not.toContain(customerId);
  });

  it('makes the open widget begin anew as somebody else', async () => {
    await expect(visitor.read(liveConversation)).rejects.toThrow('no such conversation');
    const sent = await visitor.send('Is anybody there?', { to: liveConversation });
    expect(sent.conversationId).not.toBe(liveConversation);
    const [row] = await query('select customer_id, previous_id from conversations where id = $1', [
      sent.conversationId,
    ]);
    expect(row.customer_id).not.toBe(customerId);
    expect(row.previous_id).toBeNull();
  });

  it('makes the next mail of the address a new case of a new customer', async () => {
    const mail = answerTo(answered, { from: email, text: 'Any news?' });
    await world.send({ ...mail, subject: 'Re: any news' });
    const found = await world.ticket('Re: any news');
    expect(found.customer.id).not.toBe(customerId);
    expect(found.customer.email).toBe(email);
    expect(Object.values(tickets)).not.toContain(found.id);
  });

  it('trains the model anew, without what the customer wrote', async () => {
    await world.app.services.categoryModels.train(world.workspaceId);
    const [row] = await query('select lesson from category_models order by version desc limit 1');
    expect(row.lesson.examples.length).toBeGreaterThan(0);
    expect(JSON.stringify(row.lesson)).not.toMatch(/Deleted with|quagmarix/i);
  });
});

describe('whoever writes while the deletion is made', () => {
  it('is part of it, or a new customer, and never in between', async () => {
    const { widgetKey: key } = await world.app.demo();
    for (let round = 0; round < 6; round += 1) {
      const one = await openCustomer(world.app.url, { key });
      await one.send('I want to talk to a human');
      const [row] = await query('select customer_id from conversations where id = $1', [
        one.conversationId(),
      ]);
      const sends = Array.from({ length: 6 }, (_, n) => one.send(`message ${n}`));
      const gone = devi.delete(`/api/customers/${row.customer_id}`);
      await Promise.all([...sends, gone]);
      expect((await gone).status).toBe(200);
      one.close();
    }
    await triggers.settled();
    const words = await query(
      `select m.body from messages m join conversations c on c.id = m.conversation_id
       join customers p on p.id = c.customer_id
       where p.deleted_at is not null and m.body <> 'Deleted with the customer'`,
    );
    expect(words).toEqual([]);
    const open = await query(
      `select from conversations c join customers p on p.id = c.customer_id
       where p.deleted_at is not null and c.erased_at is null`,
    );
    expect(open).toEqual([]);
  });
});
