import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMovedClock } from '../support/moved-clock.ts';
import { startWidgetWorld, type WidgetWorld } from '../support/widget-world.ts';

/** The complaint: who signs in first in the morning gets everything that waited through the night. */

const clock = createMovedClock();
const chats = 12;
const perMinute = 2;
let world: WidgetWorld;

beforeAll(async () => {
  world = await startWidgetWorld({ clock });
  const admin = await world.app.as('devi');
  const sessions = { drainPerAgentPerMinute: perMinute };
  await admin.patch('/api/settings', { sessions });
  // Room for everything: only the pace may hold it back.
  await world.query(
    `update capacity_rules set budget = 200, messaging_units = 1, messaging_ceiling = 100, email_ceiling = 100
     where workspace_id = $1`,
    [world.workspaceId],
  );
});

afterAll(() => world?.stop());

async function online(name: string): Promise<string> {
  const [{ id }] = await world.query(
    `select a.id from agents a join members m on m.id = a.id and m.workspace_id = a.workspace_id
     where a.workspace_id = $1 and m.name ilike $2`,
    [world.workspaceId, `${name}%`],
  );
  await world.query("update agents set status = 'online' where id = $1", [id]);
  await world.query(
    `insert into presences (workspace_id, agent_id, heartbeat_at) values ($1, $2, $3)
     on conflict (workspace_id, agent_id) do update set heartbeat_at = excluded.heartbeat_at`,
    [world.workspaceId, id, clock.now()],
  );
  return id;
}

/** What each agent has been offered or given of the night's chats. */
async function shares(tickets: readonly string[]): Promise<Map<string, number>> {
  const rows = await world.query(
    `select d.agent_id, count(distinct d.work_item_id)::int as pieces from routing_decisions d
     join work_items w on w.id = d.work_item_id
     where d.agent_id is not null and w.ticket_id = any($1::uuid[]) group by d.agent_id`,
    [tickets],
  );
  return new Map(rows.map((row) => [row.agent_id, row.pieces]));
}

/** Plans until a plan gives nothing, as the job does. */
async function planAll(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    if (!(await world.app.services.router.route(world.workspaceId)).more) return;
  }
  throw new Error('The router never came to rest.');
}

test('the night is shared out at a pace', async () => {
  await world.query("update agents set status = 'offline' where workspace_id = $1", [
    world.workspaceId,
  ]);
  const night = [];
  for (let index = 0; index < chats; index += 1) night.push(await world.handedOver());
  const tickets = night.map((one) => one.ticketId);
  // Half of them had an agent in the evening, who went home while the customers were silent.
  for (const { ticketId } of night.slice(0, chats / 2)) await world.takenByClara(ticketId);
  for (const { ada, ticketId } of night.slice(0, chats / 2)) {
    await world.desk.post(`/api/tickets/${ticketId}/messages`, {
      clientId: `evening-${ticketId}`,
      channel: 'messaging',
      text: 'Good evening',
    });
    clock.forward(6);
    await world.app.services.sessions.check(world.workspaceId, ada.conversationId());
  }
  await world.query("update agents set status = 'offline' where workspace_id = $1", [
    world.workspaceId,
  ]);
  await world.query('delete from presences where workspace_id = $1', [world.workspaceId]);
  const asleep = await world.query(
    "select sum(units)::int as units from work_items where ticket_id = any($1::uuid[]) and state = 'assigned'",
    [tickets],
  );
  expect(asleep[0].units).toBe(0);
  clock.forward(8 * 60);
  for (const { ada } of night) await ada.send('Good morning, are you there?');
  const waiting = await world.query(
    "select count(*)::int as count from work_items where ticket_id = any($1::uuid[]) and state = 'waiting'",
    [tickets],
  );
  expect(waiting[0].count).toBe(chats);

  const first = await online('Ana');
  await planAll();
  expect((await shares(tickets)).get(first)).toBe(perMinute);
  // Planning again within the minute changes nothing.
  await planAll();
  expect((await shares(tickets)).get(first)).toBe(perMinute);
  clock.forward(0.5);
  const second = await online('Ben');
  await online('Ana');
  await planAll();
  expect((await shares(tickets)).get(second)).toBe(perMinute);
  expect((await shares(tickets)).get(first)).toBe(perMinute);
  const reasons = await world.query(
    "select distinct waiting_reason from work_items where ticket_id = any($1::uuid[]) and state = 'waiting'",
    [tickets],
  );
  expect(reasons.length).toBeGreaterThan(0);
});
