import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';
import { startRouterWorld, type RouterWorld } from '../support/router-world.ts';

let world: RouterWorld;
let app: RouterWorld['app'];
let owner: RouterWorld['owner'];
let workspaceId: string;
let ana: string;
let ben: string;
let asAna: Api;

beforeAll(async () => {
  world = await startRouterWorld();
  ({ app, owner, workspaceId, ana, ben } = world);
  asAna = await app.as('ana');
});

afterAll(() => world?.stop());

beforeEach(async () => {
  await world.clear();
  await owner.query('delete from calls');
  await putAtDesk(app, workspaceId, ana);
});

const route = () => world.route();
const workOf = (ticketId: string) => world.workOf(ticketId);
const start = async (about: object = {}) => (await asAna.put('/api/me/call', about)).body.call;
const running = async () => (await asAna.get('/api/me/call')).body.call;
const note = (call: { id: string }, more: object = {}) => ({
  clientId: crypto.randomUUID(),
  caller: { name: 'Ines Costa' },
  subject: 'Asks for an invoice',
  call: { id: call.id, hungUpAt: new Date().toISOString() },
  ...more,
});
const callOf = async (id: string) =>
  (await owner.query('select * from calls where id = $1', [id])).rows[0];
const linesOf = async (ticketId: string) =>
  (
    await owner.query<{ type: string; actor_kind: string; data: Record<string, unknown> }>(
      `select type, actor_kind, data from ticket_events where ticket_id = $1 and type like 'call.%' order by id`,
      [ticketId],
    )
  ).rows;
/** Makes the call, and what was heard of its agent, so many minutes old. */
const age = (minutes: number) =>
  owner.query(`update calls set started_at = started_at - $1 * interval '1 minute'`, [minutes]);
const silent = (minutes: number) =>
  owner.query(`update presences set heartbeat_at = heartbeat_at - $1 * interval '1 minute'`, [
    minutes,
  ]);

describe('while a call runs', () => {
  it('its agent is given nothing by a plan, not even where inboxes are filled, and is afterwards', async () => {
    await owner.query(`update queues set hand_over = 'fill'`);
    const call = await start();
    const chat = await openChat(app, workspaceId);
    const mail = await openMail(app, workspaceId);
    await route();
    expect(await workOf(chat.ticketId)).toMatchObject({ state: 'waiting' });
    expect(await workOf(mail.ticketId)).toMatchObject({ state: 'waiting' });
    expect((await workOf(mail.ticketId)).waiting_reason).toMatch(/1 on a call/);
    await asAna.delete(`/api/me/call/${call.id}`);
    await route();
    expect(await workOf(chat.ticketId)).toMatchObject({ state: 'offered', agent_id: ana });
    expect(await workOf(mail.ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
  });

  it('nothing can be taken or handed over, but by override, which the history says', async () => {
    await start();
    const { ticketId } = await openMail(app, workspaceId);
    const { version } = (await asAna.get(`/api/tickets/${ticketId}`)).body;
    const taken = await asAna.post(`/api/tickets/${ticketId}/take`, {});
    expect(taken).toMatchObject({ status: 409, body: { code: 'capacity_exceeded' } });
    expect(taken.body.detail).toMatch(/on a call/);
    const give = (override: boolean) =>
      app.database.inWorkspace(workspaceId, (scope) =>
        app.services.work.give(scope, {
          ticketId,
          agentId: ana,
          actor: { kind: 'agent', id: ben },
          override,
        }),
      );
    await expect(give(false)).rejects.toMatchObject({ code: 'capacity_exceeded' });
    await give(true);
    expect(await workOf(ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
    const { rows } = await owner.query(
      `select data from ticket_events where ticket_id = $1 and type = 'work.assigned'`,
      [ticketId],
    );
    expect(rows[0].data.why).toMatch(/by override/);
    expect(version).toBeGreaterThan(0);
  });

  it('an offer that was open cannot be accepted, and goes to somebody else', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    const { offers } = (await asAna.get('/api/offers')).body;
    expect(offers).toHaveLength(1);
    await start();
    const accepted = await asAna.post(`/api/offers/${offers[0].id}/accept`, {});
    expect(accepted).toMatchObject({ status: 409, body: { code: 'capacity_exceeded' } });
    await putAtDesk(app, workspaceId, ben);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'offered', agent_id: ben });
  });

  it('an agent shows it with its units, and so does the board', async () => {
    const before = (await asAna.get('/api/me/agent')).body;
    const call = await start();
    const me = (await asAna.get('/api/me/agent')).body;
    expect(me.onCallSince).toBe(call.startedAt);
    expect(me.capacity.used).toBeGreaterThan(before.capacity.used);
    const board = (await (await app.as('clara')).get('/api/board')).body;
    const onBoard = board.agents.find((one: { id: string }) => one.id === ana);
    expect(onBoard).toMatchObject({ onCallSince: call.startedAt });
  });

  it('a ticket that waited is with whoever is on the phone about it, where they have room', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await start({ ticketId });
    expect(await workOf(ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
    expect((await asAna.get(`/api/tickets/${ticketId}`)).body.status).toBe('open');
    const second = await openMail(app, workspaceId);
    expect((await start({ ticketId: second.ticketId })).ticket.id, 'one call at a time').toBe(
      ticketId,
    );
    expect(await workOf(second.ticketId)).toMatchObject({ state: 'waiting' });
  });

  it('another one does not begin: the answer is the one that runs', async () => {
    const first = await start({ caller: { name: 'Kim Lee' } });
    expect(first.caller).toMatchObject({ name: 'Kim Lee' });
    expect(await start({ caller: { name: 'Somebody else' } })).toEqual(first);
    expect(await running()).toEqual(first);
  });
});

describe('the end of a call', () => {
  it('opens a ticket that begins and ends with it, and keeps nothing of who was typed', async () => {
    const call = await start({ caller: { name: 'Ines Costa', phone: '+351 21 000 00 00' } });
    await age(6);
    const { ticketId, taken } = (await asAna.post('/api/calls', note(call, { outcome: 'mine' })))
      .body;
    expect(taken, 'the call is over before its work is given').toBe(true);
    expect(await running()).toBeNull();
    expect(await linesOf(ticketId)).toEqual([
      { type: 'call.started', actor_kind: 'agent', data: {} },
      { type: 'call.ended', actor_kind: 'agent', data: { seconds: 360 } },
    ]);
    expect(await callOf(call.id)).toMatchObject({
      end_reason: 'noted',
      ticket_id: ticketId,
      caller: null,
    });
  });

  it('of a call about a ticket is a note in it, sent twice or not', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const call = await start({ ticketId });
    expect(call).toMatchObject({ ticket: { id: ticketId }, customer: { name: 'Kim Lee' } });
    const body = note(call, { text: 'Will send it again.', outcome: 'solved' });
    expect((await asAna.post('/api/calls', body)).body.ticketId).toBe(ticketId);
    expect((await asAna.post('/api/calls', body)).body.ticketId).toBe(ticketId);
    const { entries } = (await asAna.get(`/api/tickets/${ticketId}/timeline`)).body;
    const notes = entries.filter(
      (one: { kind: string; message?: { text: string } }) =>
        one.kind === 'message' && one.message?.text === 'Will send it again.',
    );
    expect(notes).toHaveLength(1);
    expect((await asAna.get(`/api/tickets/${ticketId}`)).body.status).toBe('solved');
    expect((await linesOf(ticketId)).map(({ type }) => type)).toEqual([
      'call.started',
      'call.ended',
    ]);
  });

  it('counts from when the agent hung up, not from when the note was written', async () => {
    const call = await start();
    await age(30);
    const hungUpAt = new Date(Date.now() - 20 * 60_000).toISOString();
    const { ticketId } = (
      await asAna.post('/api/calls', note(call, { call: { id: call.id, hungUpAt } }))
    ).body;
    const [, ended] = await linesOf(ticketId);
    expect(Number(ended?.data['seconds'])).toBeGreaterThan(590);
    expect(Number(ended?.data['seconds'])).toBeLessThan(610);
  });

  it('is nobody else’s', async () => {
    const call = await start();
    const asBen = await app.as('ben');
    expect((await asBen.delete(`/api/me/call/${call.id}`)).status).toBe(404);
    expect((await asBen.post('/api/calls', note(call))).status).toBe(404);
    expect(await running()).toEqual(call);
  });
});

describe('a call nobody ends', () => {
  it('is over after four hours, and its agent is there for others', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const call = await start({ ticketId });
    await age(239);
    const { wakeAt } = await route();
    expect(await running()).not.toBeNull();
    expect(wakeAt?.getTime()).toBeLessThan(Date.now() + 61_000);
    await age(1);
    await route();
    expect(await callOf(call.id)).toMatchObject({ end_reason: 'too_long' });
    expect((await linesOf(ticketId))[1]).toMatchObject({
      type: 'call.ended',
      actor_kind: 'system',
      data: { agent: 'Ana Ruiz', why: 'nobody ended it' },
    });
    expect(await workOf(ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
  });

  it('outlasts a desk that is loaded again, and a desk that is closed by five minutes', async () => {
    const call = await start();
    await app.services.agents.leave(workspaceId, ana);
    await route();
    expect(await running()).toEqual(call);
    await app.services.agents.beat(workspaceId, ana);
    await age(10);
    await app.services.agents.leave(workspaceId, ana);
    await silent(4);
    await route();
    expect(await running()).not.toBeNull();
    await silent(1);
    await route();
    expect(await callOf(call.id)).toMatchObject({ end_reason: 'left' });
  });

  it('goes on with an agent who was offline when the phone rang', async () => {
    await app.services.agents.setStatus(workspaceId, ana, 'offline');
    const call = await start();
    await route();
    expect(await running()).toMatchObject({ id: call.id });
    await app.services.agents.setStatus(workspaceId, ana, 'online');
    await app.services.agents.setStatus(workspaceId, ana, 'offline');
    await route();
    expect(await running(), 'who came and went has left').toBeNull();
  });

  it('ends with its agent’s leaving in the same millisecond, and where that was written later than it was taken', async () => {
    for (const leavesBy of [0, 40]) {
      await start();
      await app.services.agents.setStatus(workspaceId, ana, 'offline');
      await owner.query(
        `update agents a set status_since = c.started_at - $1 * interval '1 millisecond'
         from calls c where c.agent_id = a.id and c.ended_at is null`,
        [leavesBy],
      );
      await route();
      expect(await running(), `${leavesBy} ms before`).toBeNull();
      await putAtDesk(app, workspaceId, ana);
    }
  });

  it('that somebody holds as the plan looks at it is looked at again at once', async () => {
    const call = await start();
    await app.services.agents.setStatus(workspaceId, ana, 'offline');
    const other = new pg.Client(app.connection);
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from calls where id = $1 for update', [call.id]);
    const asked = Date.now();
    const { wakeAt } = await app.services.router.route(workspaceId);
    await other.query('commit');
    await other.end();
    expect(await running()).toMatchObject({ id: call.id });
    expect((wakeAt?.getTime() ?? Infinity) - asked, 'ms until the next plan').toBeLessThan(1_000);
    await route();
    expect(await running()).toBeNull();
  });

  it('is over when its agent goes offline, and can still be noted', async () => {
    const call = await start();
    await app.services.agents.setStatus(workspaceId, ana, 'offline');
    await route();
    expect(await running()).toBeNull();
    const { ticketId } = (await asAna.post('/api/calls', note(call))).body;
    expect(await callOf(call.id)).toMatchObject({ end_reason: 'left', ticket_id: ticketId });
    expect((await linesOf(ticketId)).map(({ type }) => type)).toEqual([
      'call.started',
      'call.ended',
    ]);
  });
});
