import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let devi: Api;
let ana: Api;
let workspaceId: string;
/** The time of the app: the clock of the machine, and what tests add to it. */
let ahead = 0;

beforeAll(async () => {
  app = await startTestApp({
    clock: { now: () => new Date(Date.now() + ahead) },
    config: { allowedHosts: ['127.0.0.1'] },
  });
  devi = await app.as('devi');
  ana = await app.as('ana');
  workspaceId = (await app.demo()).id;
});

afterEach(async () => {
  for (const { id } of (await devi.get('/api/triggers')).body.triggers)
    await devi.delete(`/api/triggers/${id}`);
});

afterAll(() => app.stop());

type Json = Record<string, unknown>;
const on = (field: string, op: string, values: string[] = []) => ({ field, op, values });
const rule = (all: Json[], actions: Json[], more: Json = {}) => ({
  name: 'A rule',
  kind: 'ticket',
  conditions: { all, any: [] },
  actions,
  enabled: true,
  ...more,
});
const save = async (...of: Parameters<typeof rule>): Promise<string> => {
  const answer = await devi.post('/api/triggers', rule(...of));
  expect(answer.body.detail ?? '').toBe('');
  expect(answer.status).toBe(200);
  return answer.body.id;
};
const ticket = async (id: string) => (await devi.get(`/api/tickets/${id}`)).body;
const timeline = async (id: string) => (await devi.get(`/api/tickets/${id}/timeline`)).body.entries;
const change = async (id: string, parts: Json) => {
  const { version } = await ticket(id);
  expect((await ana.patch(`/api/tickets/${id}`, { version, ...parts })).status).toBe(200);
};
const lines = async (id: string, type: string) =>
  (await timeline(id)).filter((entry: any) => entry.event?.type === type);
/** Waits until nothing waits to be moved or run. */
const settled = () =>
  until('no event and no job is left', async () => {
    await app.relay.drain();
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from outbox) + (select count(*) from graphile_worker._private_jobs
        where run_at <= now() or locked_at is not null) as left`.execute(app.database.owner);
    return rows[0]?.left === 0;
  });
const ranOn = async (id: string) => {
  await settled();
  return (await lines(id, 'trigger.ran')).length;
};

describe('rules are refused', () => {
  const refused = async (body: Json) => {
    const answer = await devi.post('/api/triggers', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    return answer.body.fields as { path: string; message: string }[];
  };
  const anything = [on('status', 'is', ['open'])];

  it('by people without the permission', async () => {
    expect((await ana.get('/api/triggers')).status).toBe(403);
    const clara = await app.as('clara');
    expect((await clara.get('/api/triggers')).status).toBe(200);
    expect((await clara.post('/api/triggers', rule(anything, [{ do: 'stop' }]))).status).toBe(403);
  });

  it('when they end the chat and go on by email at once', async () => {
    const actions = [{ do: 'end_session' }, { do: 'set_routing_channel', channel: 'email' }];
    const fields = await refused(rule(anything, actions));
    expect(fields).toEqual([
      { path: 'actions.0.do', message: expect.stringContaining('ends the chat by itself') },
    ]);
  });

  it.each<[string, Json, string]>([
    [
      'an unknown value',
      rule([on('status', 'changed_to', ['solvd'])], [{ do: 'stop' }]),
      'conditions.all.0.values.0',
    ],
    [
      'an operator the field has not',
      rule([on('email_known', 'is', ['x'])], [{ do: 'stop' }]),
      'conditions.all.0.op',
    ],
    [
      'a variable nobody knows',
      rule(anything, [{ do: 'note', text: 'Hi {{customer.nme}}' }]),
      'actions.0.text',
    ],
    [
      'a group that is not there',
      rule(anything, [{ do: 'set_group', groupId: crypto.randomUUID() }]),
      'actions.0.groupId',
    ],
    [
      'a reply that nobody reads',
      rule([on('email_known', 'no')], [{ do: 'reply', channel: 'email', text: 'Hello' }]),
      'actions.0.channel',
    ],
    [
      'the end of the chat in a messaging rule',
      rule([on('session_ended_reason', 'changed_to', ['agent'])], [{ do: 'stop' }], {
        kind: 'messaging',
      }),
      'conditions.all.0.op',
    ],
    ['nothing to ask', rule([], [{ do: 'stop' }]), 'conditions.all'],
  ])('with %s, at its field', async (_name, body, path) => {
    expect((await refused(body)).map((field) => field.path)).toContain(path);
  });
});

describe('a ticket rule', () => {
  it('runs when what happened is what it asks for, and tells why in the history', async () => {
    const actions = [
      { do: 'add_tags', tags: ['done'] },
      { do: 'note', text: 'Solved for {{customer.name}}.' },
    ];
    const id = await save([on('status', 'changed_to', ['solved'])], actions);
    const { ticketId } = await openMail(app, workspaceId);
    expect(await ranOn(ticketId)).toBe(0);
    await change(ticketId, { status: 'solved' });
    expect(await ranOn(ticketId)).toBe(1);
    expect((await ticket(ticketId)).tags).toEqual(['done']);
    const [line] = await lines(ticketId, 'trigger.ran');
    expect(line.event.actor).toMatchObject({ kind: 'trigger', id });
    expect(line.event.sentence).toBe(
      'ran the rule “A rule” because Status changed to solved. Add the tags done. Add the note “Solved for {{customer.name}}.”',
    );
    const notes = (await timeline(ticketId)).filter((one: any) => one.message?.channel === 'note');
    expect(notes.map((one: any) => one.message.text)).toEqual(['Solved for Kim Lee.']);
    await change(ticketId, { priority: 'high' });
    expect(await ranOn(ticketId)).toBe(1);
  });

  it('leaves what happened before it was switched on', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'high' });
    await settled();
    await save([on('priority', 'changed')], [{ do: 'add_tags', tags: ['late'] }]);
    await change(ticketId, { category: 'Billing' });
    expect(await ranOn(ticketId)).toBe(0);
  });

  it('runs once for each message', async () => {
    await save([on('event', 'is', ['message_received'])], [{ do: 'note', text: 'Heard' }]);
    const { conversationId, ticketId, customerId } = await openChat(app, workspaceId);
    for (const text of ['one', 'two', 'three']) {
      await app.database.inWorkspace(workspaceId, (scope) =>
        app.services.conversations.append(scope, {
          conversationId,
          clientId: null,
          channel: 'messaging',
          author: { kind: 'customer', id: customerId },
          text,
        }),
      );
    }
    expect(await ranOn(ticketId)).toBe(3);
  });

  it('does what is allowed and says what is not', async () => {
    const actions = [
      { do: 'reply', channel: 'messaging', text: 'Hello' },
      { do: 'set_priority', priority: 'urgent' },
    ];
    await save([on('priority', 'changed_to', ['high'])], actions);
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'high' });
    expect(await ranOn(ticketId)).toBe(1);
    expect((await ticket(ticketId)).priority).toBe('urgent');
    const [line] = await lines(ticketId, 'trigger.ran');
    expect(line.event.data).toMatchObject({
      failed: ['Write in the chat: “Hello”: No chat runs.'],
    });
  });

  it('answers by mail, marked as automatic', async () => {
    await save(
      [on('event', 'is', ['created'])],
      [{ do: 'reply', channel: 'best', text: 'We have it, {{customer.first_name}}.' }],
    );
    const { ticketId } = await openMail(app, workspaceId, 'kim.auto@example.test');
    expect(await ranOn(ticketId)).toBe(1);
    const { rows } = await sql<{ text_body: string; auto: string }>`
      select text_body, headers ->> 'Auto-Submitted' as auto from outbound_mails
      where ticket_id = ${ticketId}`.execute(app.database.owner);
    expect(rows).toEqual([
      { text_body: expect.stringContaining('We have it, Kim.'), auto: 'auto-replied' },
    ]);
  });
});

describe('rules one after the other', () => {
  it('see what those above them changed, in the order of the list', async () => {
    const second = await save(
      [on('tags', 'any_of', ['first'])],
      [{ do: 'add_tags', tags: ['second'] }],
    );
    const first = await save(
      [on('priority', 'changed_to', ['urgent'])],
      [{ do: 'add_tags', tags: ['first'] }],
    );
    expect((await devi.put('/api/triggers/order', { ids: [first, second] })).status).toBe(200);
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'urgent' });
    expect(await ranOn(ticketId)).toBe(2);
    expect((await ticket(ticketId)).tags).toEqual(['first', 'second']);
  });

  it('stop where a rule says so', async () => {
    await save([on('priority', 'changed')], [{ do: 'add_tags', tags: ['only'] }, { do: 'stop' }]);
    await save([on('priority', 'changed')], [{ do: 'add_tags', tags: ['never'] }]);
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'high' });
    await settled();
    expect((await ticket(ticketId)).tags).toEqual(['only']);
  });

  it('that undo each other end, each having run once', async () => {
    const flip = (from: string, to: string) =>
      save([on('priority', 'changed_to', [from])], [{ do: 'set_priority', priority: to }]);
    await flip('high', 'low');
    await flip('low', 'high');
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'high' });
    expect(await ranOn(ticketId)).toBe(2);
    expect((await ticket(ticketId)).priority).toBe('high');
  });

  it('are cut off after twenty for one event, which the history says', async () => {
    for (let at = 0; at < 22; at += 1)
      await save([on('priority', 'changed')], [{ do: 'note', text: `Rule ${at}` }]);
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'high' });
    expect(await ranOn(ticketId)).toBe(20);
    const [line] = await lines(ticketId, 'trigger.stopped');
    expect(line.event.sentence).toContain('after 20 rules for one event');
  });

  it('that go round through the outside are stopped after thirty times in an hour', async () => {
    await save([on('event', 'is', ['message_received'])], [{ do: 'note', text: 'Again' }]);
    const { conversationId, ticketId, customerId } = await openChat(app, workspaceId);
    await app.database.inWorkspace(workspaceId, async (scope) => {
      for (let at = 0; at < 35; at += 1)
        await app.services.conversations.append(scope, {
          conversationId,
          clientId: null,
          channel: 'messaging',
          author: { kind: 'customer', id: customerId },
          text: `Message ${at}`,
        });
    });
    expect(await ranOn(ticketId)).toBe(30);
    expect((await lines(ticketId, 'trigger.stopped'))[0].event.sentence).toContain('30 times');
  });
});

describe('exactly once', () => {
  it('however often and by however many a ticket is looked at', async () => {
    await save([on('priority', 'changed')], [{ do: 'note', text: 'Once' }]);
    const { ticketId } = await openMail(app, workspaceId);
    await settled();
    await change(ticketId, { priority: 'high' });
    await Promise.all(
      Array.from({ length: 8 }, () => app.services.triggers.runOn(workspaceId, ticketId)),
    );
    expect(await ranOn(ticketId)).toBe(1);
  });

  it('also when the database goes away in the middle of acting', async () => {
    await save(
      [on('priority', 'changed')],
      [
        { do: 'note', text: 'Whole' },
        { do: 'add_tags', tags: ['slow'] },
      ],
    );
    const { ticketId } = await openMail(app, workspaceId);
    await settled();
    // The second action waits for a lock of ours; then the connection that waits is cut.
    const holder = new pg.Client(app.connection);
    await holder.connect();
    await holder.query(`select pg_advisory_lock(4711)`);
    await holder.query(`create function held_up() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(4711); return new; end $$`);
    await holder.query(`create trigger held_up before insert on ticket_tags
      for each row execute function held_up()`);
    await change(ticketId, { priority: 'high' });
    await until('the rule to be cut off while it acts', async () => {
      const { rowCount } = await holder.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event = 'advisory'`,
      );
      return rowCount === 1;
    });
    await holder.end();
    await until('the next attempt', async () => (await ranOn(ticketId)) === 1, 20_000);
    expect((await ticket(ticketId)).tags).toEqual(['slow']);
    const notes = (await timeline(ticketId)).filter((one: any) => one.message?.channel === 'note');
    expect(notes).toHaveLength(1);
  });
});

describe('around the end of the chat', () => {
  it('a rule ends it with its own name, and as email where it says so', async () => {
    await save(
      [on('priority', 'changed_to', ['low'])],
      [{ do: 'set_routing_channel', channel: 'email' }],
      { name: 'Surge' },
    );
    const { ticketId } = await openChat(app, workspaceId, { email: 'kim.surge@example.test' });
    await change(ticketId, { priority: 'low' });
    expect(await ranOn(ticketId)).toBe(1);
    const after = await ticket(ticketId);
    expect(after.session).toMatchObject({ state: 'ended', endedReason: 'trigger' });
    expect(after.routingChannel).toBe('email');
  });

  it('ending alone leaves the routing channel as it is', async () => {
    await save([on('priority', 'changed_to', ['low'])], [{ do: 'end_session' }]);
    const { ticketId } = await openChat(app, workspaceId);
    await change(ticketId, { priority: 'low' });
    await settled();
    const after = await ticket(ticketId);
    expect(after.session.state).toBe('ended');
    expect(after.routingChannel).toBe('messaging');
  });

  it('ticket rules run on it, messaging rules no longer do', async () => {
    const ended = on('priority', 'changed');
    await save([ended], [{ do: 'add_tags', tags: ['live'] }], { kind: 'messaging' });
    await save(
      [on('session_ended_reason', 'changed_to', ['agent'])],
      [{ do: 'add_tags', tags: ['ended-by-agent'] }],
    );
    const { ticketId } = await openChat(app, workspaceId, { email: 'kim.end@example.test' });
    await ana.post(`/api/tickets/${ticketId}/session/end`, {});
    await settled();
    await change(ticketId, { priority: 'high' });
    await settled();
    expect((await ticket(ticketId)).tags).toEqual(['ended-by-agent']);
  });
});

describe('a rule by the clock', () => {
  it('runs when the time has come, once for each time', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await settled();
    const id = await save(
      [{ field: 'hours_since_customer', op: 'at_least', amount: 24 }, on('status', 'is', ['new'])],
      [{ do: 'note', text: 'A day of silence' }],
    );
    await app.services.triggers.sweep(workspaceId);
    expect(await ranOn(ticketId)).toBe(0);
    ahead = 25 * 3_600_000;
    await app.services.triggers.sweep(workspaceId);
    await app.services.triggers.sweep(workspaceId);
    ahead = 0;
    expect(await ranOn(ticketId)).toBe(1);
    const { runs } = (await devi.get(`/api/triggers/${id}/runs`)).body;
    expect(runs.filter((run: any) => run.ticket.id === ticketId)).toHaveLength(1);
  });
});

describe('before it is switched on', () => {
  it('a draft is tried on the last tickets, and nothing is done', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await change(ticketId, { priority: 'urgent' });
    await settled();
    const { enabled: _off, ...draft } = rule(
      [on('priority', 'changed_to', ['urgent']), on('channel', 'is', ['email'])],
      [{ do: 'set_status', status: 'solved' }],
    );
    const answer = await devi.post('/api/triggers/dry-run', { rule: draft, tickets: 50 });
    expect(answer.status).toBe(200);
    const found = answer.body.matched.find((one: any) => one.ticket.id === ticketId);
    expect(found).toMatchObject({
      because: ['Priority changed to urgent', 'Channel is email'],
      would: ['Set the status to solved'],
    });
    expect(answer.body.conditions[0].held).toBeGreaterThan(0);
    const one = await devi.post('/api/triggers/dry-run', {
      rule: draft,
      ticketNumber: found.ticket.number,
    });
    expect(one.body).toMatchObject({ looked: 1 });
    expect((await ticket(ticketId)).status).not.toBe('solved');
    expect(await ranOn(ticketId)).toBe(0);
  });
});

describe('versions', () => {
  it('are kept with who, when and what, and put back', async () => {
    const id = await save([on('priority', 'changed')], [{ do: 'stop' }], { name: 'First' });
    const changed = await devi.patch(`/api/triggers/${id}`, { name: 'Second', version: 1 });
    expect(changed.body).toMatchObject({ name: 'Second', version: 2, enabled: true });
    const stale = await devi.patch(`/api/triggers/${id}`, { name: 'Third', version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    await devi.patch(`/api/triggers/${id}`, { enabled: false });
    const restored = await devi.post(`/api/triggers/${id}/restore`, { version: 1 });
    expect(restored.body).toMatchObject({ name: 'First', version: 4, enabled: false });
    const { versions } = (await devi.get(`/api/triggers/${id}/versions`)).body;
    expect(versions.map((one: any) => one.change)).toEqual([
      'Put version 1 back',
      'Switched it off',
      'Changed the name',
      'Made it',
    ]);
    expect(versions[0].by.name).toContain('Devi');
  });
});

describe('webhooks', () => {
  let server: Server;
  let url: string;
  let failing = false;
  const calls: { headers: IncomingMessage['headers']; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        calls.push({ headers: request.headers, body });
        response.writeHead(failing ? 410 : 200).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('are not pointed inwards', async () => {
    const body = { name: 'Inwards', url: 'http://169.254.169.254/latest' };
    const answer = await devi.post('/api/webhooks', body);
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'url' }] } });
  });

  it('are called with a signature, and replayed where they failed', async () => {
    const made = await devi.post('/api/webhooks', { name: 'Warehouse', url });
    expect(made.status).toBe(200);
    const { secret } = (await devi.get(`/api/webhooks/${made.body.id}/secret`)).body;
    await save([on('priority', 'changed')], [{ do: 'notify_webhook', webhookId: made.body.id }]);
    const { ticketId } = await openMail(app, workspaceId);
    failing = true;
    await change(ticketId, { priority: 'high' });
    const failed = await until('the delivery to be given up', async () => {
      const { deliveries } = (await devi.get('/api/webhook-deliveries?failed=true')).body;
      return deliveries[0];
    });
    expect(failed).toMatchObject({ attempts: 1, status: 410, ticket: { id: ticketId } });
    failing = false;
    expect((await devi.post(`/api/webhook-deliveries/${failed.id}/replay`)).status).toBe(200);
    await until('the replay', () => calls.length === 2);
    const [first, second] = calls;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const payload = new Webhook(secret).verify(
      second?.body ?? '',
      second?.headers as Record<string, string>,
    );
    expect(payload).toMatchObject({
      type: 'trigger.ran',
      data: { ticket: { id: ticketId, priority: 'high' }, because: ['Priority changed'] },
    });
  });
});
