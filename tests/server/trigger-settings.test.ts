import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openMail } from '../support/journeys.ts';
import { on, openTriggerWorld, rule, type TriggerWorld } from '../support/trigger-world.ts';
import { until } from '../support/wait.ts';

type Json = Record<string, unknown>;
let app: TestApp;
let world: TriggerWorld;

beforeAll(async () => {
  app = await startTestApp({ config: { allowedHosts: ['127.0.0.1'] } });
  world = await openTriggerWorld(app);
});

afterEach(() => world.removeRules());
afterAll(() => app.stop());

describe('rules are refused', () => {
  const refused = async (body: Json) => {
    const answer = await world.devi.post('/api/triggers', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    return answer.body.fields as { path: string; message: string }[];
  };
  const anything = [on('status', 'is', ['open'])];

  it('by people without the permission', async () => {
    expect((await world.ana.get('/api/triggers')).status).toBe(403);
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

describe('before it is switched on', () => {
  it('a draft is tried on the last tickets, and nothing is done', async () => {
    const { ticketId } = await openMail(app, world.workspaceId);
    await world.change(ticketId, { priority: 'urgent' });
    await world.settled();
    const { enabled: _off, ...draft } = rule(
      [on('priority', 'changed_to', ['urgent']), on('channel', 'is', ['email'])],
      [{ do: 'set_status', status: 'solved' }],
    );
    const answer = await world.devi.post('/api/triggers/dry-run', { rule: draft, tickets: 50 });
    expect(answer.status).toBe(200);
    const found = answer.body.matched.find(
      (one: { ticket: { id: string } }) => one.ticket.id === ticketId,
    );
    expect(found).toMatchObject({
      because: ['Priority changed to urgent', 'Channel is email'],
      would: ['Set the status to solved'],
    });
    expect(answer.body.conditions[0].held).toBeGreaterThan(0);
    const one = await world.devi.post('/api/triggers/dry-run', {
      rule: draft,
      ticketNumber: found.ticket.number,
    });
    expect(one.body).toMatchObject({ looked: 1 });
    expect((await world.ticket(ticketId)).status).not.toBe('solved');
    expect(await world.ranOn(ticketId)).toBe(0);
  });
});

describe('versions', () => {
  it('are kept with who, when and what, and put back', async () => {
    const id = await world.save([on('priority', 'changed')], [{ do: 'stop' }], { name: 'First' });
    const changed = await world.devi.patch(`/api/triggers/${id}`, { name: 'Second', version: 1 });
    expect(changed.body).toMatchObject({ name: 'Second', version: 2, enabled: true });
    const stale = await world.devi.patch(`/api/triggers/${id}`, { name: 'Third', version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    await world.devi.patch(`/api/triggers/${id}`, { enabled: false });
    const restored = await world.devi.post(`/api/triggers/${id}/restore`, { version: 1 });
    expect(restored.body).toMatchObject({ name: 'First', version: 4, enabled: false });
    const { versions } = (await world.devi.get(`/api/triggers/${id}/versions`)).body;
    expect(versions.map((one: { change: string }) => one.change)).toEqual([
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
    const answer = await world.devi.post('/api/webhooks', body);
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'url' }] } });
  });

  it('are called with a signature, and replayed where they failed', async () => {
    const made = await world.devi.post('/api/webhooks', { name: 'Warehouse', url });
    expect(made.status).toBe(200);
    const { secret } = (await world.devi.get(`/api/webhooks/${made.body.id}/secret`)).body;
    await world.save(
      [on('priority', 'changed')],
      [{ do: 'notify_webhook', webhookId: made.body.id }],
    );
    const { ticketId } = await openMail(app, world.workspaceId);
    failing = true;
    await world.change(ticketId, { priority: 'high' });
    const failed = await until('the delivery to be given up', async () => {
      const { deliveries } = (await world.devi.get('/api/webhook-deliveries?failed=true')).body;
      return deliveries[0];
    });
    expect(failed).toMatchObject({ attempts: 1, status: 410, ticket: { id: ticketId } });
    failing = false;
    expect((await world.devi.post(`/api/webhook-deliveries/${failed.id}/replay`)).status).toBe(200);
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
