import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskChange } from '../../src/contracts/realtime.ts';
import { openMail, putAtDesk } from '../support/journeys.ts';
import { startRouterWorld, type RouterWorld } from '../support/router-world.ts';
import { until } from '../support/wait.ts';

let world: RouterWorld;
let app: RouterWorld['app'];
let owner: RouterWorld['owner'];
let workspaceId: string;
let ana: string;
let ben: string;

beforeAll(async () => {
  world = await startRouterWorld();
  ({ app, owner, workspaceId, ana, ben } = world);
});

afterAll(() => world?.stop());

beforeEach(async () => {
  await world.clear();
  await owner.query(`update queues set hand_over = 'fill'`);
  await owner.query('update capacity_rules set budget = 400, email_ceiling = 400');
});

let copied = 0;
/** As much work again, like that of a ticket. */
const copyWork = (ticketId: string, count: number) =>
  owner.query(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $2) n),
      conversation as (
        insert into conversations (workspace_id, id, customer_id, channel, created_at)
        select t.workspace_id, m.id, t.customer_id, 'email', t.created_at from tickets t, made m where t.id = $1),
      ticket as (
        insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status, priority, channel,
          routing_channel, created_at, updated_at)
        select t.workspace_id, m.id, 100000 + $3 + n, m.id, t.customer_id, t.subject, t.status, t.priority,
          t.channel, t.routing_channel, t.created_at, t.updated_at from tickets t, made m where t.id = $1 returning id)
      insert into work_items (workspace_id, id, ticket_id, queue_id, channel_class, units, state, priority_rank, eligible_at)
      select w.workspace_id, m.id, m.id, w.queue_id, w.channel_class, 0, 'waiting', w.priority_rank, w.eligible_at
      from work_items w, made m where w.ticket_id = $1`,
    [ticketId, count, (copied += count) - count],
  );

const route = () => world.route();

const countWaiting = async () => {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from work_items where state = 'waiting'`,
  );
  return rows[0]?.count;
};

describe('a burst of mail', () => {
  it('of which more waits than one plan looks at is given out to the end', async () => {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    await putAtDesk(app, workspaceId, ben);
    await copyWork(ticketId, 600);
    let plans = 0;
    for (let more = true; more; plans += 1) ({ more } = await route());
    expect(await countWaiting()).toBe(0);
    expect(plans).toBeLessThan(8);
  });

  it('gives what is more urgent first, however much of it waits', async () => {
    const urgent = await openMail(app, workspaceId);
    await copyWork(urgent.ticketId, 149);
    await owner.query(`update work_items set priority_rank = 0 where state = 'waiting'`);
    const low = await openMail(app, workspaceId, 'low@example.test');
    await owner.query('update work_items set priority_rank = 3 where ticket_id = $1', [
      low.ticketId,
    ]);
    await copyWork(low.ticketId, 149);
    await owner.query('update capacity_rules set budget = 200, email_ceiling = 200');
    await putAtDesk(app, workspaceId, ana);
    for (let more = true; more;) ({ more } = await route());
    const { rows } = await owner.query(
      `select priority_rank as rank, count(*)::int as count from work_items
       where state = 'assigned' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { rank: 0, count: 150 },
      { rank: 3, count: 50 },
    ]);
  });

  it('does not hide what is fresh behind a backlog that is handed out at a pace', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await copyWork(ticketId, 400);
    await owner.query(
      `update work_items set eligible_at = now() - interval '10 minutes' where state = 'waiting'`,
    );
    await putAtDesk(app, workspaceId, ana);
    await route();
    const left = await countWaiting();
    expect(left, 'a share of the backlog').toBe(401 - 6);
    const fresh = await openMail(app, workspaceId, 'fresh@example.test');
    await route();
    expect(await world.workOf(fresh.ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
    expect(await countWaiting()).toBe(left);
  });

  it('moves no clock, is asked of the rules, and desks hear of it once', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await copyWork(ticketId, 60);
    await putAtDesk(app, workspaceId, ana);
    await until('nothing is left to tell', outboxIsEmpty);
    await owner.query('delete from graphile_worker._private_jobs');
    const desk = await openDesk();
    const heard: DeskChange[] = [];
    desk.on('change', (change: DeskChange) => {
      if (change.event.startsWith('ticket')) heard.push(change);
    });
    expect((await route()).assigned).toBe(61);
    await until('the desk hears of it', () => heard.length > 0);
    await until('nothing is left to tell', outboxIsEmpty);
    desk.close();
    expect(heard.map(({ event }) => event)).toEqual(['tickets.changed']);
    const jobs = await jobCounts();
    expect(jobs.get('trigger.run')).toBe(61);
    expect(jobs.has('sla.follow')).toBe(false);
  });

  it('of a few pieces tells desks which', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await putAtDesk(app, workspaceId, ana);
    await until('nothing is left to tell', outboxIsEmpty);
    const desk = await openDesk();
    const heard: DeskChange[] = [];
    desk.on('change', (change: DeskChange) => {
      if (change.event.startsWith('ticket')) heard.push(change);
    });
    await route();
    await until('the desk hears of it', () => heard.length > 0);
    desk.close();
    expect(heard[0]).toMatchObject({ event: 'ticket.changed', ticketId });
  });
});

describe('what a plan remembers from the one before', () => {
  it('is read again when the work is different', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    await route();
    await owner.query(
      `update work_items set needs = jsonb_build_array(jsonb_build_object('skill', s.id, 'level', 5, 'optional', false))
       from (select gen_random_uuid() as id) s where ticket_id = $1`,
      [ticketId],
    );
    await putAtDesk(app, workspaceId, ana);
    expect((await route()).assigned).toBe(0);
    expect((await world.workOf(ticketId)).state).toBe('waiting');
  });

  it('is not acted upon when the ticket is different', async () => {
    await putAtDesk(app, workspaceId, ana);
    await openMail(app, workspaceId, 'before@example.test');
    expect((await route()).assigned).toBe(1);
    await putAtDesk(app, workspaceId, ana, 'offline');
    const { ticketId } = await openMail(app, workspaceId);
    await route();
    await owner.query(`update tickets set category = 'heavy' where id = $1`, [ticketId]);
    await owner.query(
      `update capacity_rules set weights = '{"priorities": {}, "categories": {"heavy": 300}}', budget = 12`,
    );
    await putAtDesk(app, workspaceId, ana);
    for (let plan = 0; plan < 3; plan += 1) expect((await route()).assigned).toBe(0);
    expect((await world.workOf(ticketId)).waiting_reason).toMatch(/capacity/);
    await owner.query(`update capacity_rules set weights = '{"priorities": {}, "categories": {}}'`);
  });
});

async function outboxIsEmpty(): Promise<boolean> {
  const { rows } = await owner.query('select 1 from outbox limit 1');
  return rows.length === 0;
}

async function jobCounts(): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ name: string; count: number }>(
    `select t.identifier as name, count(*)::int as count from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id group by 1`,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}

async function openDesk(): Promise<Socket> {
  const socket = io(`${app.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: (await app.as('clara')).cookie() },
    auth: { workspaceId },
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => resolve());
    socket.on('connect_error', reject);
  });
  return socket;
}
