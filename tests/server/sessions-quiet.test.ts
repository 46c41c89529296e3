import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeTicket } from '../support/change-ticket.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

const clock = createMovedClock();
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld({ clock });
});

afterAll(() => world?.stop());

const first = { afterMinutes: 5, text: 'Still there?', status: 'pending' };
const second = { afterMinutes: 3, text: 'We wait for you.', status: 'solved' };

async function setInactivity(inactivity: object): Promise<void> {
  const admin = await world.app.as('devi');
  const answer = await admin.patch('/api/settings', { sessions: { inactivity } });
  expect(answer.status).toBe(200);
}

/** A chat Clara has and has answered. */
async function answered() {
  const { ada, ticketId } = await world.handedOver();
  await world.takenByClara(ticketId);
  await say(ticketId, 'Hello, which tent is it?');
  return { ada, ticketId, id: ada.conversationId() };
}

async function say(ticketId: string, text: string): Promise<void> {
  const message = { clientId: randomUUID(), channel: 'messaging', text };
  expect((await world.desk.post(`/api/tickets/${ticketId}/messages`, message)).status).toBe(200);
}

/** Whoever has the ticket is at their desk, by the moved clock too. */
async function atDesk(ticketId: string): Promise<string> {
  const [{ agent_id: agent }] = await world.query(
    'select agent_id from work_items where ticket_id = $1',
    [ticketId],
  );
  await world.query(
    `insert into presences (workspace_id, agent_id, heartbeat_at) values ($1, $2, $3)
     on conflict (workspace_id, agent_id) do update set heartbeat_at = excluded.heartbeat_at`,
    [world.workspaceId, agent, clock.now()],
  );
  await world.query("update agents set status = 'online' where id = $1", [agent]);
  return agent;
}

const check = (id: string) => world.app.services.sessions.check(world.workspaceId, id);

async function session(id: string) {
  const [row] = await world.query(
    `select s.state, s.inactive_reason, s.reminders_sent, t.status, w.units, w.state as work
     from sessions s left join tickets t on t.conversation_id = s.conversation_id
     left join work_items w on w.ticket_id = t.id where s.conversation_id = $1`,
    [id],
  );
  return row;
}

async function reminders(id: string): Promise<string[]> {
  const rows = await world.query(
    "select body from messages where conversation_id = $1 and author_kind = 'system' order by seq",
    [id],
  );
  return rows.map((row) => row.body);
}

describe('silence in a chat an agent has', () => {
  test('reminds once a step, sets statuses, frees units, and a word of the customer wakes it', async () => {
    await setInactivity({ reminders: [first, second] });
    const { ada, ticketId, id } = await answered();
    const units = (await session(id)).units;
    expect(units).toBeGreaterThan(0);
    clock.forward(4);
    expect(await check(id)).not.toBeNull();
    expect(await session(id)).toMatchObject({ state: 'active', reminders_sent: 0 });
    clock.forward(1.1);
    await Promise.all([check(id), check(id), check(id), check(id)]);
    expect(await session(id)).toMatchObject({
      state: 'inactive',
      inactive_reason: 'no_answer',
      reminders_sent: 1,
      status: 'pending',
      units: 0,
      work: 'assigned',
    });
    expect(await reminders(id)).toEqual(['Still there?']);
    expect((await ada.read()).conversation.quiet).toBe(true);
    const desk = (await world.desk.get(`/api/tickets/${ticketId}`)).body;
    expect(desk.session).toMatchObject({ reminders: 1, inactive: { reason: 'no_answer' } });
    await atDesk(ticketId);
    await ada.send('yes, I am back');
    expect(await session(id)).toMatchObject({
      state: 'active',
      reminders_sent: 0,
      status: 'open',
      units,
    });
    expect((await world.history(ticketId)).map((line) => line.type)).toEqual(
      expect.arrayContaining([
        'session.inactive',
        'session.reminded',
        'ticket.status',
        'session.active',
      ]),
    );
  });

  test('takes one step at a time after a long sleep, and may end at the last', async () => {
    await setInactivity({ reminders: [first, second], endAtLastStep: true });
    const { ticketId, id } = await answered();
    clock.forward(600);
    await check(id);
    await check(id);
    expect(await reminders(id)).toEqual(['Still there?']);
    clock.forward(3.1);
    expect(await check(id)).toBeNull();
    expect(await reminders(id)).toEqual(['Still there?', 'We wait for you.']);
    expect(await world.stored(id)).toMatchObject({
      state: 'ended',
      ended_reason: 'inactivity',
      status: 'solved',
    });
    await check(id);
    expect(
      (await world.history(ticketId)).filter((line) => line.type === 'session.ended'),
    ).toHaveLength(1);
  });

  test('without reminders it goes quiet without a word, and a solved ticket stays solved', async () => {
    await setInactivity({ remind: false, afterMinutes: 3, status: 'on_hold' });
    const { ticketId, id } = await answered();
    await changeTicket(world.desk, ticketId, { status: 'solved' });
    clock.forward(3.1);
    await check(id);
    expect(await session(id)).toMatchObject({ state: 'inactive', status: 'solved', units: 0 });
    expect(await reminders(id)).toEqual([]);
  });

  test('keeps its units where quiet chats count', async () => {
    const admin = await world.app.as('devi');
    await admin.patch('/api/settings', { sessions: { countInactive: true } });
    const { id } = await answered();
    const { units } = await session(id);
    clock.forward(5.1);
    await check(id);
    expect(await session(id)).toMatchObject({ state: 'inactive', units });
    await admin.patch('/api/settings', { sessions: { countInactive: false } });
  });

  test('a customer whose browser is closed is offline, not silent', async () => {
    const { ada, id } = await answered();
    ada.close();
    await until('the browser to be gone', async () => {
      const [row] = await world.query(
        'select customer_left_at from sessions where conversation_id = $1',
        [id],
      );
      return row.customer_left_at !== null;
    });
    clock.forward(5.1);
    await check(id);
    expect(await session(id)).toMatchObject({ state: 'inactive', inactive_reason: 'offline' });
  });

  test('the job that a word plans does it', async () => {
    await setInactivity({ reminders: [first] });
    const { id } = await answered();
    clock.forward(5.1);
    const key = `session:${id}`;
    const job = await until('the planned look', async () => {
      const [row] = await world.query('select id from graphile_worker.jobs where key = $1', [key]);
      return row;
    });
    await world.query('select graphile_worker.reschedule_jobs(array[$1::bigint], now())', [job.id]);
    await until('the reminder', async () => (await reminders(id)).length > 0);
    expect(await reminders(id)).toEqual(['Still there?']);
  });
});

test('a chat nobody has is quiet after ten minutes, whatever the settings, and keeps its place', async () => {
  await setInactivity({ reminders: [{ ...first, afterMinutes: 15 }] });
  const { ada } = await world.handedOver();
  const id = ada.conversationId();
  clock.forward(9.9);
  await check(id);
  expect((await session(id)).state).toBe('active');
  clock.forward(0.2);
  await check(id);
  expect(await session(id)).toMatchObject({ state: 'inactive', status: 'new' });
  expect(['waiting', 'offered']).toContain((await session(id)).work);
  expect(await reminders(id)).toEqual([]);
});

test('a customer who comes back while the agent has gone is queued again', async () => {
  await setInactivity({ reminders: [first] });
  const { ada, ticketId, id } = await answered();
  clock.forward(5.1);
  await check(id);
  await ada.send('back, and nobody is there');
  expect((await session(id)).work).toBe('waiting');
  expect((await world.history(ticketId)).map((line) => line.type)).toContain('work.returned');
});

test('settings that cannot be name the field', async () => {
  const admin = await world.app.as('devi');
  const wrong = { remind: true, reminders: [{ ...first, afterMinutes: 2 }] };
  const answer = await admin.patch('/api/settings', { sessions: { inactivity: wrong } });
  expect(answer.status).toBe(400);
  expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(
    'sessions.inactivity.reminders.0.afterMinutes',
  );
});

test('a wake beyond capacity is allowed, said, and stops new offers', async () => {
  await setInactivity({ reminders: [first] });
  const { ada, ticketId, id } = await answered();
  clock.forward(5.1);
  await check(id);
  await world.query(
    'update capacity_rules set budget = 0, messaging_ceiling = 0, email_ceiling = 0 where workspace_id = $1',
    [world.workspaceId],
  );
  const clara = await atDesk(ticketId);
  await ada.send('back again');
  const ticket = (await world.desk.get(`/api/tickets/${ticketId}`)).body;
  expect(ticket.assignee.id).toBe(clara);
  expect(ticket.overBy).toBeGreaterThan(0);
  const lines = await world.history(ticketId);
  expect(lines.find((line) => line.type === 'session.active')?.data['over']).toBe(ticket.overBy);
  const waiting = await world.handedOver();
  await world.app.services.router.route(world.workspaceId);
  const work = await session(waiting.ada.conversationId());
  expect(work.work).toBe('waiting');
});
