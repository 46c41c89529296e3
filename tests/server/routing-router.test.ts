import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

describe('mail', () => {
  it('is handed over one undisturbed piece at a time, and the next one shows as next up', async () => {
    await putAtDesk(app, workspaceId, ana);
    const one = await openMail(app, workspaceId, 'one@example.test');
    const two = await openMail(app, workspaceId, 'two@example.test');
    expect((await route()).assigned).toBe(1);
    const states = [await workOf(one.ticketId), await workOf(two.ticketId)];
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['assigned', 'waiting']));
    const waiting = states[0].state === 'waiting' ? one : two;
    const { next } = await app.services.routingPreviewer.nextUpOf(workspaceId, ana);
    expect(next).toMatchObject({ ticketId: waiting.ticketId });
    expect((await workOf(waiting.ticketId)).waiting_reason).toMatch(/busy with other mail/);
  });

  it('is why the whole line waits, with the figures of now, also for what no plan has looked at', async () => {
    const clara = await app.as('clara');
    const said = async (ticketId: string) =>
      (await clara.get(`/api/tickets/${ticketId}`)).body.waitingReason as string;
    const onBoard = async (ticketId: string) => {
      const { items } = (await clara.get('/api/board/work?list=open')).body;
      return items.find((one: { ticketId: string }) => one.ticketId === ticketId).reason as string;
    };
    const first = await openMail(app, workspaceId);
    await app.services.agents.setStatus(workspaceId, ana, 'transfers_only');
    await app.services.agents.beat(workspaceId, ana);
    await route();
    expect(await said(first.ticketId)).toMatch(/3 not at the desk, 1 away or offline/);
    const behind = await openMail(app, workspaceId, 'second@example.test');
    expect(await said(behind.ticketId)).toBe(await said(first.ticketId));
    await app.services.agents.setStatus(workspaceId, ben, 'transfers_only');
    await app.services.agents.beat(workspaceId, ben);
    await route();
    for (const { ticketId } of [first, behind]) {
      expect(await said(ticketId)).toMatch(/2 not at the desk, 2 away or offline/);
      expect(await onBoard(ticketId)).toMatch(/^Of 4 agents: 2 not at the desk, 2 away or offline/);
    }
    await owner.query(`update queues set paused = true`);
    await route();
    const third = await openMail(app, workspaceId, 'third@example.test');
    expect(await said(third.ticketId)).toMatch(/is paused/);
  });

  it('fills inboxes where the queue says so', async () => {
    await owner.query(`update queues set hand_over = 'fill'`);
    await putAtDesk(app, workspaceId, ana);
    for (const name of ['a', 'b', 'c']) await openMail(app, workspaceId, `${name}@example.test`);
    expect((await route()).assigned).toBe(3);
  });

  it('that lies unbegun goes to whoever has free hands, and what is begun stays', async () => {
    await putAtDesk(app, workspaceId, ana);
    const mail = await openMail(app, workspaceId);
    await route();
    await age(mail.ticketId, 'assigned_at', 90);
    await owner.query(`update work_items set started_at = now() where ticket_id = $1`, [
      mail.ticketId,
    ]);
    await putAtDesk(app, workspaceId, ben);
    await route();
    expect((await workOf(mail.ticketId)).agent_id).toBe(ana);
    await owner.query(`update work_items set started_at = null where ticket_id = $1`, [
      mail.ticketId,
    ]);
    await route();
    expect(await workOf(mail.ticketId)).toMatchObject({ agent_id: ben, moves: 1 });
    const { rows } = await owner.query(
      `select type, data ->> 'why' as why from ticket_events where ticket_id = $1 order by at desc, id desc limit 2`,
      [mail.ticketId],
    );
    expect(rows.map(({ type }) => type)).toEqual(['work.assigned', 'work.returned']);
    expect(rows[1].why).toMatch(/had not begun with it$/);
  });
});

describe('what a queue says', () => {
  it('holds everything back while it is paused', async () => {
    await owner.query('update queues set paused = true');
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    expect((await route()).assigned).toBe(0);
    expect((await workOf(ticketId)).waiting_reason).toMatch(/is paused/);
  });

  it('lowers the level it asks for with time', async () => {
    const { rows } = await owner.query(
      `select id from skills where workspace_id = $1 order by name limit 1`,
      [workspaceId],
    );
    const skill = rows[0].id;
    await owner.query(`delete from agent_skills where agent_id = $1 and skill_id = $2`, [
      ana,
      skill,
    ]);
    await owner.query(
      `insert into agent_skills (workspace_id, agent_id, skill_id, level) values ($1, $2, $3, 2)`,
      [workspaceId, ana, skill],
    );
    const step = {
      afterSeconds: 300,
      lowerLevelsBy: 2,
      dropSkills: 'none',
      addGroupIds: [],
      raisePriority: 0,
    };
    await owner.query('update queues set ladder = $1', [JSON.stringify([step])]);
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    await owner.query(`update work_items set needs = $2 where ticket_id = $1`, [
      ticketId,
      JSON.stringify([{ skill, level: 4, optional: false }]),
    ]);
    const { assigned, wakeAt } = await route();
    expect(assigned).toBe(0);
    expect((await workOf(ticketId)).waiting_reason).toMatch(/without a required skill/);
    expect(wakeAt).not.toBeNull();
    await age(ticketId, 'eligible_at', 6);
    expect((await route()).assigned).toBe(1);
  });
});

describe('what capacity rules say', () => {
  it('weighs urgent work, and a rule of a group counts where an agent has none of their own', async () => {
    await putAtDesk(app, workspaceId, ana);
    const before = await app.services.agents.get(workspaceId, ana);
    await owner.query(
      `update capacity_rules set weights = '{"priorities": {"urgent": 2}, "categories": {}}'`,
    );
    const { ticketId } = await openMail(app, workspaceId);
    await owner.query(`update tickets set priority = 'urgent' where id = $1`, [ticketId]);
    await owner.query(`update work_items set priority_rank = 0 where ticket_id = $1`, [ticketId]);
    await route();
    expect((await workOf(ticketId)).units).toBe(2);
    const rule = '00000000-0000-4000-8000-0000000000aa';
    await owner.query(
      `insert into capacity_rules (workspace_id, id, name, budget, messaging_units, messaging_ceiling, email_units, email_ceiling)
       values ($1, $2, 'Of a group', 3, 1, 3, 1, 3)`,
      [workspaceId, rule],
    );
    await owner.query(
      `update groups set capacity_rule_id = $2 where id in (select group_id from group_members where agent_id = $1)`,
      [ana, rule],
    );
    expect((await app.services.agents.get(workspaceId, ana)).capacity.budget).toBe(3);
    expect(before.capacity.budget).not.toBe(3);
    await owner.query('update groups set capacity_rule_id = null');
    await owner.query(`update capacity_rules set weights = '{"priorities": {}, "categories": {}}'`);
  });
});

describe('people who come and go', () => {
  it('are not given what their status does not take, nor handed it by name', async () => {
    const id = '00000000-0000-4000-8000-0000000000bb';
    await owner.query(
      `insert into agent_statuses (workspace_id, id, name, takes, transfers) values ($1, $2, 'Training', '{messaging}', false)`,
      [workspaceId, id],
    );
    await app.services.agents.beat(workspaceId, ana);
    const agent = await app.services.agents.setStatus(workspaceId, ana, { customStatusId: id });
    expect(agent).toMatchObject({ status: 'online', customStatus: { name: 'Training' } });
    const mail = await openMail(app, workspaceId);
    const chat = await openChat(app, workspaceId);
    await route();
    expect((await workOf(mail.ticketId)).state).toBe('waiting');
    expect((await workOf(chat.ticketId)).state).toBe('offered');
    const give = (override: boolean) =>
      app.database.inWorkspace(workspaceId, (scope) =>
        app.services.work.give(scope, {
          ticketId: mail.ticketId,
          agentId: ana,
          actor: { kind: 'agent', id: ben },
          override,
        }),
      );
    await expect(give(false)).rejects.toMatchObject({ code: 'agent_unavailable' });
    await give(true);
    expect((await workOf(mail.ticketId)).agent_id).toBe(ana);
  });

  it('lose running chats and unbegun mail to their queue once they are gone, not what they began', async () => {
    await settings({ onAway: { policy: 'return_at_once' } }, { autoAccept: true });
    await putAtDesk(app, workspaceId, ana);
    const chat = await openChat(app, workspaceId);
    const mail = await openMail(app, workspaceId);
    await route();
    expect(await workOf(chat.ticketId)).toMatchObject({ state: 'assigned', agent_id: ana });
    await owner.query(`update work_items set started_at = now() where ticket_id = $1`, [
      mail.ticketId,
    ]);
    await putAtDesk(app, workspaceId, ana, 'offline');
    await route();
    expect(await workOf(chat.ticketId)).toMatchObject({
      state: 'waiting',
      preferred_agent_id: ana,
      units: 0,
    });
    expect((await workOf(mail.ticketId)).state).toBe('assigned');
  });

  it('are away after letting as many offers lapse as the workspace allows', async () => {
    await settings({ lapsesToAway: 2 });
    await putAtDesk(app, workspaceId, ana);
    await openChat(app, workspaceId);
    for (const expected of ['online', 'away']) {
      await route();
      await owner.query(
        `update offers set expires_at = now() - interval '1 second' where outcome is null`,
      );
      await route();
      expect((await app.services.agents.get(workspaceId, ana)).status).toBe(expected);
      await owner.query(
        `update offers set answered_at = now() - interval '5 minutes' where outcome = 'timed_out'`,
      );
    }
  });
});

describe('why', () => {
  it('is kept in few bytes, with the parts of the score', async () => {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    await route();
    const [decision] = await app.services.routingReader.decisions(workspaceId, ticketId);
    expect(decision).toMatchObject({ outcome: 'assigned', winner: { id: ana } });
    expect(decision?.score?.weight).toBeGreaterThan(0);
    expect(decision?.candidates[0]).toMatchObject({ agentId: ana, excluded: null });
    const { rows } = await owner.query(
      'select max(pg_column_size(explanation)) as bytes from routing_decisions',
    );
    expect(Number(rows[0].bytes)).toBeLessThan(1_500);
  });

  it('is answered beforehand: where it would go, who could take it, and why not the others', async () => {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    const as = await app.as('devi');
    const preview = await as.get(`/api/tickets/${ticketId}/routing-preview`);
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ winner: { id: ana }, expected: { samples: 0 } });
    expect((await workOf(ticketId)).state).toBe('waiting');
    expect((await as.get('/api/me/next-up')).body).toEqual({ next: null });
    const { number } = (await as.get(`/api/tickets/${ticketId}`)).body;
    const asked = (await as.get(`/api/routing/test?ticket=${number}`)).body;
    expect(asked).toMatchObject({ ticket: { id: ticketId }, preview: { winner: { id: ana } } });
    const taking = asked.queues.filter((queue: { outcome: string }) => queue.outcome === 'taken');
    expect(taking).toMatchObject([{ name: preview.body.queueName }]);
    expect((await as.get('/api/routing/test?ticket=999999')).status).toBe(404);
    expect((await as.get('/api/routing/test?ticket=x')).status).toBe(400);
    expect((await as.get('/api/routing/test?ticket=99999999999')).status).toBe(400);
  });
});

describe('learning', () => {
  it('knows after some work how long it takes, and forgets reasons in time', async () => {
    await putAtDesk(app, workspaceId, ana);
    const { ticketId } = await openMail(app, workspaceId);
    await route();
    await age(ticketId, 'started_at', 20);
    await app.database.inWorkspace(workspaceId, (scope) =>
      app.services.change(scope, ticketId, { status: 'solved' }, { kind: 'agent', id: ana }),
    );
    await owner.query(`update routing_decisions set at = now() - interval '91 days'`);
    await app.services.upkeep.run();
    const { rows } = await owner.query(
      `select value, samples from handling_times where channel_class = 'email' and category is null and agent_id is null`,
    );
    expect(rows[0].samples).toBeGreaterThan(0);
    expect(rows[0].value).toBeGreaterThan(8);
    const left = await owner.query('select count(*)::int as count from routing_decisions');
    expect(left.rows[0].count).toBe(0);
  });
});
