import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alertSettingsSchema, type Alerts } from '../../src/contracts/alerts.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openMail } from '../support/journeys.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let ana: Api;
let clara: Api;
let devi: Api;
let workspaceId: string;
const clock = createMovedClock();
const calls: { type: string; data: { sentence: string } }[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    calls.push(JSON.parse(body));
    response.end('{}');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()));
  app = await startTestApp({ clock, config: { allowedHosts: ['127.0.0.1'] } });
  [ana, clara, devi] = [await app.as('ana'), await app.as('clara'), await app.as('devi')];
  workspaceId = (await app.demo()).id;
});
afterAll(async () => {
  await app.stop();
  await new Promise((resolve) => receiver.close(resolve));
});
beforeEach(async () => {
  await sql`update work_items set state = 'done', units = 0, held_reason = null, agent_id = null`.execute(
    app.database.owner,
  );
  await check();
});

const silent = {
  ...alertSettingsSchema.parse({}),
  backlog: null,
  slaBreaches: null,
  nobodyOnlineMinutes: null,
  stuckOffers: null,
  stuckMinutes: null,
  onlyInHours: false,
};
const watch = async (more: object) =>
  expect((await devi.put('/api/alerts/settings', { ...silent, ...more })).body.detail ?? '').toBe(
    '',
  );
const check = () => app.services.alerts.check(workspaceId);
const alerts = async (api = clara): Promise<Alerts> => (await api.get('/api/alerts')).body;
const mails = async (count: number) => {
  for (let one = 0; one < count; one += 1) await openMail(app, workspaceId);
};
const waiting = (count: number) =>
  until(`${count} wait`, async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from work_items where state = 'waiting'`.execute(
      app.database.owner,
    );
    return rows[0]?.n === count;
  });

describe('alerts', () => {
  it('are for supervisors, and thresholds for admins', async () => {
    expect((await ana.get('/api/alerts')).status).toBe(403);
    expect((await ana.post('/api/alerts/seen')).status).toBe(403);
    expect((await clara.get('/api/alerts/settings')).status).toBe(200);
    expect((await clara.put('/api/alerts/settings', silent)).status).toBe(403);
    expect((await devi.put('/api/alerts/settings', { ...silent, backlog: 0 })).status).toBe(400);
    const nowhere = { ...silent, webhookId: workspaceId };
    expect((await devi.put('/api/alerts/settings', nowhere)).status).toBe(400);
  });

  it('are told once, again when worse, and end by themselves', async () => {
    await watch({ backlog: 2 });
    await mails(2);
    await waiting(2);
    await Promise.all([check(), check(), check()]);
    const [first, ...others] = (await alerts()).open;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ kind: 'backlog', band: 1, value: 2, threshold: 2 });
    await mails(2);
    await waiting(4);
    await check();
    await check();
    const [raised] = (await alerts()).open;
    expect(raised).toMatchObject({ id: first!.id, band: 2, value: 4 });
    expect(raised!.steps.map(({ band }) => band)).toEqual([1, 2]);
    await sql`update work_items set state = 'done'`.execute(app.database.owner);
    await check();
    const after = await alerts();
    expect(after.open).toEqual([]);
    expect(after.past[0]).toMatchObject({ id: first!.id, band: 2 });
    expect(after.past[0]!.resolvedAt).not.toBeNull();
  });

  it('follow the thresholds of a queue where it has its own, and those of all again', async () => {
    type Queue = { id: string; name: string; own: object };
    const queues = async (): Promise<Queue[]> =>
      (await clara.get('/api/alerts/queues')).body.queues;
    const open = async () =>
      (await alerts()).open.map(({ kind, threshold }) => `${kind} ${threshold}`).toSorted();
    await watch({ backlog: 50 });
    await mails(2);
    await waiting(2);
    clock.forward(31);
    await check();
    expect(await open()).toEqual([]);
    const { rows } = await sql<{ id: string }>`
      select distinct queue_id as id from work_items where state = 'waiting'`.execute(
      app.database.owner,
    );
    const path = `/api/alerts/queues/${rows[0]!.id}`;
    expect((await clara.put(path, {})).status).toBe(403);
    expect((await devi.put(path, { backlog: 0 })).status).toBe(400);
    expect((await devi.put(path, { onlyInHours: false })).status).toBe(400);
    expect((await devi.put(`/api/alerts/queues/${workspaceId}`, {})).status).toBe(404);
    expect((await devi.put(path, { backlog: 2, stuckMinutes: 30 })).status).toBe(200);
    const own = (await queues()).map((queue) => queue.own);
    expect(own.filter((one) => Object.keys(one).length > 0)).toEqual([
      { backlog: 2, stuckMinutes: 30 },
    ]);
    await check();
    expect(await open()).toEqual(['backlog 2', 'stuck 1']);
    await devi.put(path, { backlog: null });
    await check();
    expect(await open()).toEqual([]);
    await watch({ backlog: 1 });
    await check();
    expect(await open()).toEqual([]);
    await devi.put(path, {});
    await check();
    expect(await open()).toEqual(['backlog 1']);
  });

  it('are seen by each supervisor alone, and new again when worse', async () => {
    await watch({ backlog: 1 });
    await mails(1);
    await waiting(1);
    await check();
    expect((await alerts()).unseen).toBe(1);
    clock.forward(1);
    await clara.post('/api/alerts/seen');
    expect((await alerts()).unseen).toBe(0);
    expect((await alerts(devi)).unseen).toBe(1);
    clock.forward(1);
    await mails(1);
    await waiting(2);
    await check();
    expect((await alerts()).unseen).toBe(1);
  });

  it('tell that nobody is online while work waits, and that work is stuck', async () => {
    await watch({ nobodyOnlineMinutes: 5, stuckMinutes: 30 });
    await mails(1);
    await waiting(1);
    await check();
    expect((await alerts()).open).toEqual([]);
    clock.forward(6);
    await check();
    expect((await alerts()).open.map(({ kind }) => kind)).toEqual(['nobody_online']);
    clock.forward(30);
    await check();
    expect((await alerts()).open.map(({ kind }) => kind).toSorted()).toEqual([
      'nobody_online',
      'stuck',
    ]);
  });

  it('count as there who is away and takes mail, and not in a status of the workspace’s own that takes none', async () => {
    await watch({ nobodyOnlineMinutes: 5 });
    const run = (statement: string, values: unknown[] = []) =>
      app.database.owner.executeQuery(CompiledQuery.raw(statement, values));
    // They are there and have no room, so that the mail goes on waiting.
    await run('update capacity_rules set email_ceiling = 0');
    await run(`update agents set status = 'transfers_only'`);
    await mails(1);
    await waiting(1);
    clock.forward(6);
    await run(
      `insert into presences (workspace_id, agent_id, heartbeat_at) select workspace_id, id, $1 from agents
       on conflict (workspace_id, agent_id) do update set heartbeat_at = excluded.heartbeat_at`,
      [clock.now()],
    );
    const open = async () => {
      await check();
      return (await alerts()).open.map(({ kind }) => kind);
    };
    expect(await open()).toEqual(['nobody_online']);
    await run(`update agents set status = 'away', status_since = $1`, [clock.now()]);
    expect(await open()).toEqual([]);
    const status = { name: 'Chats only', takes: ['messaging'], transfers: true };
    expect((await devi.post('/api/statuses', status)).status).toBe(200);
    await run(
      'update agents set custom_status_id = (select id from agent_statuses where name = $1)',
      [status.name],
    );
    clock.forward(6);
    await run('update presences set heartbeat_at = $1', [clock.now()]);
    expect(await open()).toEqual(['nobody_online']);
    await run(`update agents set status = 'offline', custom_status_id = null`);
    await run('delete from presences');
    await run('update capacity_rules set email_ceiling = 4');
  });

  it('count offers that nobody took', async () => {
    await watch({ stuckOffers: 2 });
    const { ticketId } = await openMail(app, workspaceId);
    await waiting(1);
    const offer = (outcome: string, daysAgo = 0) =>
      sql`
      insert into offers (workspace_id, id, work_item_id, agent_id, offered_at, expires_at, outcome, answered_at, why)
      select w.workspace_id, gen_random_uuid(), w.id, (select id from agents limit 1),
        w.eligible_at - ${daysAgo} * interval '1 day', now(), ${outcome}, now(), ''
      from work_items w where w.ticket_id = ${ticketId}`.execute(app.database.owner);
    // Of a life before, when it was declined and then taken, and taken since by somebody who gave it back.
    await offer('declined', 3);
    await offer('declined', 3);
    await offer('accepted');
    await offer('declined');
    await check();
    expect((await alerts()).open).toEqual([]);
    await offer('timed_out');
    await check();
    expect((await alerts()).open).toMatchObject([{ kind: 'stuck', value: 1 }]);
  });

  it('go out by mail to supervisors and by the webhook, once for each band', async () => {
    const { port } = receiver.address() as AddressInfo;
    const hook = { name: 'Pager', url: `http://127.0.0.1:${port}/alerts` };
    const { id: webhookId } = (await devi.post('/api/webhooks', hook)).body;
    await watch({ backlog: 1, mailFromBand: 2, webhookId });
    await mails(1);
    await waiting(1);
    await check();
    await until('the call', () => calls.some(({ type }) => type === 'alert.opened'));
    const letters = async () => {
      const { rows } = await sql<{ mail_to: string; subject: string }>`
        select mail_to, subject from outbound_mails where subject like '%threshold is%' order by mail_to`.execute(
        app.database.owner,
      );
      return rows;
    };
    expect(await letters()).toEqual([]);
    await mails(1);
    await waiting(2);
    await check();
    await check();
    expect((await letters()).map(({ mail_to: to }) => to)).toEqual([
      'clara@lowtide.test',
      'devi@lowtide.test',
    ]);
    await until('the second call', () => calls.some(({ type }) => type === 'alert.raised'));
    await sql`update work_items set state = 'done'`.execute(app.database.owner);
    await check();
    await until('the end', () => calls.some(({ type }) => type === 'alert.resolved'));
    expect(calls.map(({ type }) => type)).toEqual([
      'alert.opened',
      'alert.raised',
      'alert.resolved',
    ]);
    expect(calls[1]!.data.sentence).toContain('2 wait in');
  });
});
