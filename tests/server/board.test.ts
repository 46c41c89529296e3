import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board, BoardEscalation, BoardWork } from '../../src/contracts/board.ts';
import type { Queue } from '../../src/contracts/routing.ts';
import { systemActor } from '../../src/contracts/common.ts';
import { createHistorian } from '../../src/server/features/history/index.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openChat, openMail } from '../support/journeys.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { on, openTriggerWorld } from '../support/trigger-world.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let ana: Api;
let clara: Api;
let devi: Api;
let workspaceId: string;
const clock = createMovedClock();

beforeAll(async () => {
  app = await startTestApp({ clock });
  [ana, clara, devi] = [await app.as('ana'), await app.as('clara'), await app.as('devi')];
  workspaceId = (await app.demo()).id;
  // The router leaves alone what a person has given.
  const routing = { onAway: { policy: 'keep' }, rebalance: { whose: 'nobody' } };
  await devi.patch('/api/settings', { routing });
});
afterAll(() => app.stop());

const board = async (): Promise<Board> => (await clara.get('/api/board')).body;
const work = async (
  query: string,
): Promise<{ items: BoardWork[]; total: number; detail?: string }> =>
  (await clara.get(`/api/board/work?${query}`)).body;
const idOf = async (api: Api): Promise<string> => (await api.get('/api/me')).body.memberId;
const find = async (list: string, ticketId: string) =>
  (await work(`list=${list}&limit=1000`)).items.find((one) => one.ticketId === ticketId);

/** Puts Ana at her desk, where she gets only what is handed to her by name. */
async function seatAna(): Promise<string> {
  const anaId = await idOf(ana);
  await app.services.agents.beat(workspaceId, anaId);
  await ana.put('/api/me/status', { status: 'transfers_only' });
  return anaId;
}

/** A chat that has ended and goes on as mail. */
async function endedChat(): Promise<string> {
  const { ticketId, conversationId, customerId } = await openChat(app, workspaceId, {
    email: 'kim@example.test',
  });
  await app.database.inWorkspace(workspaceId, (scope) =>
    app.services.sessions.endIn(scope, {
      conversationId,
      reason: 'customer',
      actor: { kind: 'customer', id: customerId },
      receivedAt: clock.now(),
    }),
  );
  return ticketId;
}

describe('the board', () => {
  it('is for supervisors', async () => {
    const read = [
      '/api/board',
      '/api/board/work?list=open',
      '/api/board/escalations',
      '/api/alerts',
    ];
    for (const path of read) {
      expect((await fetch(new URL(path, app.url))).status).toBe(401);
      expect((await ana.get(path)).status).toBe(403);
      expect((await clara.get(path)).status).toBe(200);
    }
    expect((await ana.put('/api/board/surge', { on: true })).status).toBe(403);
    expect((await clara.put('/api/board/guardrails', {})).status).toBe(403);
    expect((await clara.get('/api/board/work?list=nothing')).status).toBe(400);
    expect((await clara.get('/api/board/work?list=open&limit=5001')).status).toBe(400);
  });

  it('counts what waits, since when, and what came in', async () => {
    const before = await board();
    const { ticketId } = await openMail(app, workspaceId);
    const row = await until('the mail on the board', () => find('open', ticketId));
    const after = await board();
    const queue = (of: Board) => of.queues.find(({ id }) => id === row.queue.id)!;
    expect(queue(after).waiting).toBe(queue(before).waiting + 1);
    expect(after.totals.waiting).toBe(after.queues.reduce((sum, one) => sum + one.waiting, 0));
    const sum = (flow: number[]) => flow.reduce((one, other) => one + other, 0);
    expect(sum(queue(after).inflow)).toBe(sum(queue(before).inflow) + 1);
    expect(queue(after).oldestAt).not.toBeNull();
    expect(row).toMatchObject({ state: 'waiting', owner: null, channel: 'email' });
    expect(row.reason).toBeTruthy();
  });

  it('shows what agents carry, and lets supervisors change status and capacity rule', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const anaId = await seatAna();
    const assigned = {
      selection: { kind: 'tickets', ids: [ticketId] },
      act: { kind: 'assign', agentId: anaId },
    };
    expect((await clara.post('/api/bulks', assigned)).body.counts.done).toBe(1);
    const mine = async () => (await board()).agents.find(({ id }) => id === anaId)!;
    expect((await mine()).work.map((one) => one.ticketId)).toContain(ticketId);
    expect((await mine()).capacity.channels.email?.items).toBeGreaterThan(0);
    const [rule] = (await devi.get('/api/capacity-rules')).body.rules;
    const path = `/api/board/agents/${anaId}/capacity-rule`;
    expect((await ana.put(path, { capacityRuleId: rule.id })).status).toBe(403);
    expect((await clara.put(path, { capacityRuleId: rule.id })).status).toBe(200);
    expect((await mine()).capacityRuleId).toBe(rule.id);
    expect((await clara.put(path, { capacityRuleId: anaId })).status).toBe(400);
    expect((await clara.put(path, { capacityRuleId: null })).status).toBe(200);
    expect((await clara.put(`/api/agents/${anaId}/status`, { status: 'away' })).status).toBe(200);
    expect((await mine()).status).toBe('away');
    const own = { name: 'Back office', takes: ['email'], transfers: false };
    await devi.post('/api/statuses', own);
    const statuses = (await clara.get('/api/statuses')).body.statuses;
    const customStatusId = statuses.find(({ name }: { name: string }) => name === own.name).id;
    expect((await ana.put(`/api/agents/${anaId}/status`, { customStatusId })).status).toBe(403);
    expect((await clara.put(`/api/agents/${anaId}/status`, { customStatusId })).status).toBe(200);
    expect(await mine()).toMatchObject({ status: 'away', customStatus: { name: 'Back office' } });
    await ana.put('/api/me/status', { status: 'offline' });
  });

  it('counts as online whoever can be given work of at least one channel, in every group of the queue', async () => {
    const anaId = await seatAna();
    const { id: queueId } = (await board()).queues.find(({ isDefault }) => isDefault)!;
    const online = async () => {
      const { totals, queues } = await board();
      const listed: Queue[] = (await devi.get('/api/queues')).body.queues;
      const [onBoard, inSettings] = [queues, listed].map(
        (all) => all.find(({ id }) => id === queueId)?.agentsOnline,
      );
      expect(inSettings).toBe(onBoard);
      return [totals.agentsOnline, onBoard];
    };
    const status = async (name: string, takes: string[]) => {
      await devi.post('/api/statuses', { name, takes, transfers: true });
      const { statuses } = (await clara.get('/api/statuses')).body;
      return statuses.find((one: { name: string }) => one.name === name).id;
    };
    const nobody = await online();
    await ana.put('/api/me/status', { status: 'away' });
    const [total = 0, ofQueue = 0] = nobody;
    const one = [total + 1, ofQueue + 1];
    expect(await online()).toEqual(one);
    await ana.put('/api/me/status', { customStatusId: await status('Mail day', ['email']) });
    expect(await online()).toEqual(one);
    await app.database.ownerPool.query(
      `update queue_groups set is_secondary = true where workspace_id = $1 and queue_id = $2`,
      [workspaceId, queueId],
    );
    expect(await online()).toEqual(one);
    await app.database.ownerPool.query(
      `update queue_groups set is_secondary = false where workspace_id = $1 and queue_id = $2`,
      [workspaceId, queueId],
    );
    await ana.put('/api/me/status', { customStatusId: await status('Training', []) });
    expect(await online()).toEqual(nobody);
    await clara.put(`/api/agents/${anaId}/status`, { status: 'offline' });
    expect(await online()).toEqual(nobody);
  });

  it('lists the rest of ended chats by age, with the reason it waits', async () => {
    const ticketId = await endedChat();
    const row = await until('the rest of the chat', () => find('after_chat', ticketId));
    expect(row).toMatchObject({ channel: 'messaging', state: 'waiting' });
    expect(row.reason).toBeTruthy();
    const { items } = await work('list=after_chat&sort=age&direction=asc');
    const ages = items.map(({ since }) => since);
    expect(ages).toEqual(ages.toSorted());
    expect((await board()).totals.afterChat).toBe((await work('list=after_chat&limit=1')).total);
    const { items: others } = await work(`list=after_chat&owner=${await idOf(ana)}`);
    expect(others.map((one) => one.ticketId)).not.toContain(ticketId);
  });

  it('says whose work needs somebody else, and why', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'slow@example.test');
    expect(await until('the mail', () => find('open', ticketId))).toMatchObject({ need: null });
    expect(await find('reassign', ticketId)).toBeUndefined();
    clock.forward(61);
    expect(await find('reassign', ticketId)).toMatchObject({ need: 'unaccepted' });
    const give = { selection: { kind: 'tickets', ids: [ticketId] } };
    const anaId = await seatAna();
    await clara.post('/api/bulks', { ...give, act: { kind: 'assign', agentId: anaId } });
    expect(await find('reassign', ticketId)).toBeUndefined();
    clock.forward(121);
    expect(await find('reassign', ticketId)).toMatchObject({
      need: 'owner_away',
      owner: { id: anaId },
    });
    await app.services.agents.beat(workspaceId, anaId);
    expect(await find('reassign', ticketId)).toBeUndefined();
    clock.forward(24 * 60);
    await app.services.agents.beat(workspaceId, anaId);
    expect(await find('reassign', ticketId)).toMatchObject({ need: 'aged' });
    const off = { agedHours: null, unacceptedMinutes: null, ownerAwayMinutes: null };
    expect((await devi.put('/api/board/guardrails', off)).status).toBe(200);
    expect((await board()).totals.reassign).toBe(0);
    expect((await devi.put('/api/board/guardrails', { ...off, agedHours: 0 })).status).toBe(400);
  });

  it('gives work to somebody with the reason, and takes it back', async () => {
    const ticketId = await endedChat();
    await until('the rest of the chat', () => find('after_chat', ticketId));
    const anaId = await seatAna();
    const why = 'it waited for 3 h';
    const act = { kind: 'assign', agentId: anaId, why };
    const bulk = await clara.post('/api/bulks', {
      selection: { kind: 'tickets', ids: [ticketId] },
      act,
    });
    expect(bulk.body.counts.done).toBe(1);
    expect(await find('after_chat', ticketId)).toMatchObject({
      owner: { id: anaId },
      reason: null,
    });
    const { entries } = (await ana.get(`/api/tickets/${ticketId}/timeline`)).body;
    const sentences = entries.map((one: { event?: { sentence: string } }) => one.event?.sentence);
    expect(sentences.join('\n')).toContain(why);
    expect((await clara.post(`/api/bulks/${bulk.body.id}/undo`)).body.counts.undone).toBe(1);
    expect(await find('after_chat', ticketId)).toMatchObject({ owner: null, state: 'waiting' });
  });

  it('puts work into another queue until somebody chooses a group, says why, and takes it back', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const row = await until('the mail', () => find('open', ticketId));
    const other = (await board()).queues.find(({ id }) => id !== row.queue.id)!;
    const anaId = await seatAna();
    const selection = { kind: 'tickets', ids: [ticketId] };
    await clara.post('/api/bulks', { selection, act: { kind: 'assign', agentId: anaId } });
    const act = { kind: 'queue', queueId: other.id, why: 'it waited for 3 h' };
    const { body } = await clara.post('/api/bulks', { selection, act });
    expect(body.counts.done).toBe(1);
    const there = { queue: { id: other.id }, owner: null, state: 'waiting' };
    expect(await find('open', ticketId)).toMatchObject(there);
    await changeTicket(clara, ticketId, { priority: 'high' });
    expect(await find('open', ticketId)).toMatchObject(there);
    const { entries } = (await ana.get(`/api/tickets/${ticketId}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain(
      `gave it back to the queue ${other.name}: it waited for 3 h`,
    );
    expect((await clara.post(`/api/bulks/${body.id}/undo`)).body.counts.undone).toBe(1);
    const { queue } = row;
    expect(await find('open', ticketId)).toMatchObject({ queue, owner: { id: anaId } });
    const unknown = { ...act, queueId: anaId };
    expect(
      (await clara.post('/api/bulks', { selection, act: unknown })).body.exceptions,
    ).toMatchObject([{ ticketId, state: 'skipped' }]);
    await ana.put('/api/me/status', { status: 'offline' });
  });

  it('moves work that waits, with a line of history, and back although the router has given it out', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const row = await until('the mail', () => find('open', ticketId));
    const other = (await board()).queues.find(({ id }) => id !== row.queue.id)!;
    const selection = { kind: 'tickets', ids: [ticketId] };
    const act = { kind: 'queue', queueId: other.id };
    const { body } = await clara.post('/api/bulks', { selection, act });
    const { entries } = (await clara.get(`/api/tickets/${ticketId}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain(`moved it to the queue ${other.name}`);
    const anaId = await seatAna();
    await app.database.inWorkspace(workspaceId, (scope) =>
      app.services.work.give(scope, {
        ticketId,
        agentId: anaId,
        actor: systemActor,
        override: false,
      }),
    );
    expect(await find('open', ticketId)).toMatchObject({ owner: { id: anaId } });
    expect((await clara.post(`/api/bulks/${body.id}/undo`)).body.counts.undone).toBe(1);
    expect(await find('open', ticketId)).toMatchObject({ queue: row.queue, owner: null });
    await ana.put('/api/me/status', { status: 'offline' });
  });

  it('lists for whom a person was called, why, and who came after how long', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'called@example.test');
    const feed = async (): Promise<BoardEscalation[]> =>
      (await clara.get('/api/board/escalations')).body.items;
    const ours = async () => (await feed()).filter((one) => one.ticketId === ticketId);
    expect(await ours()).toEqual([]);
    await app.database.inWorkspace(workspaceId, async (scope) => {
      await createHistorian({ clock, ids: uuidIds })(scope, {
        ticketId,
        type: 'handover.requested',
        actor: { kind: 'assistant', id: null },
        data: { reason: 'the customer asked for a person' },
      });
    });
    expect(await ours()).toMatchObject([
      { kind: 'handover', reason: 'the customer asked for a person', taken: null, owner: null },
    ]);
    clock.forward(4);
    const anaId = await seatAna();
    const selection = { kind: 'tickets', ids: [ticketId] };
    await clara.post('/api/bulks', { selection, act: { kind: 'assign', agentId: anaId } });
    const [called] = await ours();
    expect(called).toMatchObject({ taken: { name: 'Ana Ruiz' }, owner: 'Ana Ruiz' });
    const waitedMs = Date.parse(called!.taken!.at) - Date.parse(called!.at);
    expect(waitedMs / 60_000).toBeCloseTo(4, 0);
    clock.forward(8 * 24 * 60);
    expect(await ours()).toEqual([]);
    clock.forward(-8 * 24 * 60);
    await ana.put('/api/me/status', { status: 'offline' });
  });

  it('keeps a surge until its time is over, and everything else in the settings', async () => {
    const settings = async () => (await devi.get('/api/settings')).body;
    const before = await settings();
    const { body } = await clara.put('/api/board/surge', { on: true, minutes: 30 });
    expect(body).toMatchObject({ on: true });
    expect((await board()).surge.on).toBe(true);
    clock.forward(31);
    expect((await board()).surge).toEqual({ on: false, until: null });
    expect((await clara.put('/api/board/surge', { on: true })).body).toEqual({
      on: true,
      until: null,
    });
    expect(await settings()).toEqual({ ...before, surge: { on: true, until: null } });
    await clara.put('/api/board/surge', { on: false });
  });

  it('lets rules ask whether a surge is on', async () => {
    const world = await openTriggerWorld(app);
    const asks = [on('event', 'is', ['created']), on('surge', 'yes')];
    await world.save(asks, [{ do: 'add_tags', tags: ['surge'] }]);
    const quiet = await openMail(app, workspaceId);
    await world.settled();
    await clara.put('/api/board/surge', { on: true });
    const busy = await openMail(app, workspaceId);
    await until('the tag', async () => (await world.ticket(busy.ticketId)).tags.includes('surge'));
    expect((await world.ticket(quiet.ticketId)).tags).not.toContain('surge');
    await clara.put('/api/board/surge', { on: false });
    await world.removeRules();
  });

  it('orders, narrows and bounds its lists', async () => {
    for (const sort of ['age', 'due', 'priority', 'owner', 'queue', 'number']) {
      for (const direction of ['asc', 'desc']) {
        const { items } = await work(`list=open&sort=${sort}&direction=${direction}`);
        expect(items.length).toBeGreaterThan(2);
      }
    }
    const { items, total } = await work('list=open&sort=number&direction=desc&limit=2');
    expect(items).toHaveLength(2);
    expect(items[0]!.number).toBeGreaterThan(items[1]!.number);
    expect(total).toBeGreaterThan(2);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from work_items where state <> 'done'`.execute(app.database.owner);
    expect(total).toBe(rows[0]!.n);
    const nobody = await work('list=open&owner=none&state=waiting');
    expect(nobody.items.every(({ owner, state }) => owner === null && state === 'waiting')).toBe(
      true,
    );
  });
});
