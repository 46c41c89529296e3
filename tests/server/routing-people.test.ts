import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setRequiredSkills } from '../../src/server/features/routing/index.ts';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';
import { startRouterWorld, type RouterWorld } from '../support/router-world.ts';

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

beforeEach(() => world.clear());

const route = () => world.route();
const settings = (routing: object, offers: object = {}) => world.settings(routing, offers);
const workOf = (ticketId: string) => world.workOf(ticketId);
const age = (ticketId: string, column: string, minutes: number) =>
  world.age(ticketId, column, minutes);

describe('work that is handed over', () => {
  const assign = async (ticketId: string, body: object) =>
    (await app.as('clara')).post(`/api/tickets/${ticketId}/assign`, body);
  const reasonOf = async (ticketId: string) =>
    (
      await owner.query<{ why: string | null }>(
        `select data->>'why' as why from ticket_events
         where ticket_id = $1 and type = 'work.assigned' order by id desc limit 1`,
        [ticketId],
      )
    ).rows[0]?.why;

  it('beyond what somebody may carry says how far it goes and why, and counts', async () => {
    await putAtDesk(app, workspaceId, ana);
    await owner.query('update capacity_rules set budget = 3 where is_default');
    const { ticketId: first } = await openChat(app, workspaceId);
    const { ticketId: second } = await openChat(app, workspaceId);
    expect((await assign(first, { agentId: ana })).status).toBe(200);
    const refused = await assign(second, { agentId: ana });
    expect(refused).toMatchObject({ status: 409, body: { code: 'capacity_exceeded' } });
    expect(refused.body.detail).toMatch(/Ana Ruiz has 3 of 3 units in use and this needs 3/);
    expect(await workOf(second)).toMatchObject({ state: 'waiting' });
    const given = { agentId: ana, override: true, why: 'She knows this customer' };
    expect((await assign(second, given)).status).toBe(200);
    expect(await reasonOf(second)).toBe('beyond capacity, by override: She knows this customer');
    expect(await workOf(second)).toMatchObject({ state: 'assigned', agent_id: ana, units: 3 });
    await owner.query('update capacity_rules set budget = 12 where is_default');
  });

  it('to somebody whose status takes nothing says so', async () => {
    await putAtDesk(app, workspaceId, ana, 'offline');
    const { ticketId } = await openChat(app, workspaceId);
    const refused = await assign(ticketId, { agentId: ana });
    expect(refused).toMatchObject({ status: 409, body: { code: 'agent_unavailable' } });
    expect(refused.body.detail).toMatch(/Ana Ruiz is in the status Offline/);
    await assign(ticketId, { agentId: ana, override: true, why: 'She is at the counter' });
    expect(await reasonOf(ticketId)).toBe(
      'against their status, by override: She is at the counter',
    );
  });
});

describe('skills set by hand', () => {
  const anySkill = async () =>
    (
      await owner.query<{ id: string; name: string }>(
        'select id, name from skills where workspace_id = $1 order by name limit 1',
        [workspaceId],
      )
    ).rows[0] ?? { id: '', name: '' };

  it('count for the plan and the preview, stand in the history, and outlast a brief', async () => {
    const { id, name } = await anySkill();
    await owner.query('delete from agent_skills');
    await owner.query(
      'insert into agent_skills (workspace_id, agent_id, skill_id, level) values ($1, $2, $3, 3)',
      [workspaceId, ben, id],
    );
    await putAtDesk(app, workspaceId, ana);
    await putAtDesk(app, workspaceId, ben);
    const { ticketId } = await openMail(app, workspaceId);
    const as = await app.as('clara');
    const skills = [{ id, level: 3, optional: false }];
    const set = await as.put(`/api/tickets/${ticketId}/skills`, { skills });
    expect(set).toMatchObject({
      status: 200,
      body: { byHand: true, skills: [{ name, level: 3 }] },
    });
    const preview = await as.get(`/api/tickets/${ticketId}/routing-preview`);
    expect(preview.body).toMatchObject({ winner: { id: ben }, needs: [{ name, level: 3 }] });
    await route();
    expect((await workOf(ticketId)).agent_id).toBe(ben);
    const { rows } = await owner.query(
      `select data from ticket_events where ticket_id = $1 and type = 'work.skills'`,
      [ticketId],
    );
    expect(rows[0].data.to).toBe(`${name} from level 3 on`);
    await app.database.inWorkspace(workspaceId, (scope) =>
      setRequiredSkills(scope, ticketId, { names: [], byHand: false }),
    );
    expect((await as.get(`/api/tickets/${ticketId}/skills`)).body.skills).toHaveLength(1);
  });

  it('that are wished for keep their order', async () => {
    const { rows } = await owner.query<{ id: string; name: string }>(
      'select id, name from skills where workspace_id = $1 order by name desc limit 3',
      [workspaceId],
    );
    const { ticketId } = await openMail(app, workspaceId);
    const as = await app.as('clara');
    const order = [rows[1], rows[2], rows[0]].map((one) => one?.id ?? '');
    const skills = order.map((id) => ({ id, level: 1, optional: true }));
    const set = await as.put(`/api/tickets/${ticketId}/skills`, { skills });
    expect(set.body.skills.map(({ id }: { id: string }) => id)).toEqual(order);
    const needs: { skill: string }[] = (await workOf(ticketId)).needs;
    expect(needs.map(({ skill }) => skill)).toEqual(order);
  });

  it('are known ones, each once', async () => {
    const { id } = await anySkill();
    const { ticketId } = await openMail(app, workspaceId);
    const as = await app.as('ana');
    const put = (skills: object[]) => as.put(`/api/tickets/${ticketId}/skills`, { skills });
    const one = { id, level: 1, optional: true };
    expect((await put([one, one])).status).toBe(400);
    expect(await put([one, { ...one, id: ticketId }])).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'skills.1.id', message: expect.stringMatching(/names no skill/) }] },
    });
    expect((await put([])).body).toEqual({ byHand: true, skills: [] });
  });
});

describe('a desk that closes', () => {
  it('leaves its chats with whoever opens it again in time, however long they have been online', async () => {
    await settings({ onAway: { policy: 'return_after', minutes: 10 } }, { autoAccept: true });
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    await owner.query(`update agents set status_since = now() - interval '3 hours'`);
    await age(ticketId, 'assigned_at', 120);
    await app.services.agents.leave(workspaceId, ana);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
    await owner.query(`update presences set heartbeat_at = heartbeat_at - interval '10 minutes'`);
    await route();
    expect(await workOf(ticketId)).toMatchObject({ state: 'waiting', preferred_agent_id: ana });
  });
});

describe('the end of a shift', () => {
  /** A working day in UTC that ends so many minutes from now. */
  const plan = (minutes: number) => {
    const end = new Date(Date.now() + minutes * 60_000).toISOString();
    const [today, day] = [new Date().toISOString().slice(0, 10), end.slice(0, 10)];
    const to = end.slice(11, 16);
    const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const week = { ...closed, mon: [{ from: '00:00', to: '00:01' }] };
    const exceptions = [
      ...(today === day
        ? []
        : [{ name: '', date: today, spans: [{ from: '00:00', to: '24:00' }] }]),
      // At midnight it ends with the day before.
      ...(to === '00:00' ? [] : [{ name: '', date: day, spans: [{ from: '00:00', to }] }]),
    ];
    return { timeZone: 'UTC', week, holidays: [], exceptions };
  };
  const ofAna = async (shiftPlan: object | null) => {
    const as = await app.as('devi');
    const { agents } = (await as.get('/api/team/agents')).body;
    const { groupIds, skills, capacityRuleId } = agents.find(
      ({ id }: { id: string }) => id === ana,
    );
    const body = { groupIds, skills, capacityRuleId, shiftScheduleId: null, shiftPlan };
    expect((await as.put(`/api/team/agents/${ana}`, body)).status).toBe(200);
  };

  it('leaves only what is handed over by name, and says so', async () => {
    await putAtDesk(app, workspaceId, ana);
    await ofAna(plan(6));
    const chat = await openChat(app, workspaceId);
    await route();
    const work = await workOf(chat.ticketId);
    expect(work.state).toBe('waiting');
    expect(work.waiting_reason).toMatch(/outside their shift or at its end/);
    const { body } = await (await app.as('ana')).get('/api/me/agent');
    const left = Date.parse(body.shiftEndsAt) - Date.now();
    expect(left).toBeGreaterThan(4 * 60_000);
    expect(left).toBeLessThan(7 * 60_000);
    await app.database.inWorkspace(workspaceId, (scope) =>
      app.services.work.give(scope, {
        ticketId: chat.ticketId,
        agentId: ana,
        actor: { kind: 'agent', id: ben },
        override: false,
      }),
    );
    expect((await workOf(chat.ticketId)).agent_id).toBe(ana);
  });

  it('is far enough away in the middle of it, or not known', async () => {
    await putAtDesk(app, workspaceId, ana);
    await ofAna(null);
    const { ticketId } = await openChat(app, workspaceId);
    await route();
    expect((await workOf(ticketId)).state).toBe('offered');
  });
});

describe('limits of moving mail by the hour', () => {
  it('hold across plans', async () => {
    await settings({ rebalance: { agentHour: 1 } });
    await owner.query(`update queues set hand_over = 'fill'`);
    await putAtDesk(app, workspaceId, ana);
    const mails = [
      await openMail(app, workspaceId, 'a@example.test'),
      await openMail(app, workspaceId, 'b@example.test'),
    ];
    await route();
    for (const { ticketId } of mails) await age(ticketId, 'assigned_at', 90);
    await putAtDesk(app, workspaceId, ben);
    for (let turn = 0; turn < 2; turn += 1) {
      await route();
      await owner.query('update work_items set started_at = now() where agent_id = $1', [ben]);
    }
    const { rows } = await owner.query('select agent_id, queue_id from work_moves');
    expect(rows).toHaveLength(1);
    expect(rows[0].agent_id).toBe(ana);
  });
});

describe('mail somebody writes in', () => {
  it('is begun, and stays with them', async () => {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    await route();
    expect((await workOf(ticketId)).started_at).toBeNull();
    const draft = { channel: 'email', text: 'Dear', html: null };
    await (await app.as('ana')).put(`/api/tickets/${ticketId}/draft`, draft);
    expect((await workOf(ticketId)).started_at).not.toBeNull();
  });
});

describe('a desk that nobody touches', () => {
  const presence = (idle: object) =>
    owner.query('update workspaces set settings = $1', [JSON.stringify({ presence: idle })]);
  const statusOf = async (id: string) => (await app.services.agents.get(workspaceId, id)).status;
  const beat = (idleSeconds: number) => app.services.agents.beat(workspaceId, ana, idleSeconds);

  it('makes its agent away after as long as the workspace says, not before', async () => {
    await presence({ idleMinutes: 10 });
    await putAtDesk(app, workspaceId, ana);
    await beat(599);
    expect(await statusOf(ana)).toBe('online');
    await owner.query('update presences set active_at = null');
    await beat(600);
    expect(await statusOf(ana)).toBe('away');
    await app.services.agents.setStatus(workspaceId, ana, 'transfers_only');
    await beat(900);
    expect(await statusOf(ana), 'away would be more').toBe('transfers_only');
  });

  it('counts for nothing while another one is in use, or where nobody is ever idle', async () => {
    await presence({ idleMinutes: 10, idleStatus: 'offline' });
    await putAtDesk(app, workspaceId, ana);
    await beat(0);
    await beat(5_000);
    expect(await statusOf(ana)).toBe('online');
    await presence({});
    await owner.query('update presences set active_at = null');
    await beat(5_000);
    expect(await statusOf(ana)).toBe('online');
    await presence({ idleMinutes: 10, idleStatus: 'offline' });
    await beat(5_000);
    expect(await statusOf(ana)).toBe('offline');
  });
});
