import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail } from '../support/journeys.ts';

let app: TestApp;
let ana: Api;
let clara: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  ana = await app.as('ana');
  clara = await app.as('clara');
  workspaceId = (await app.demo()).id;
  for (let index = 0; index < 12; index += 1) {
    await openMail(app, workspaceId, `mail-${index}@example.test`);
    await openChat(app, workspaceId, { name: `Kim ${index}`, topic: `Parcel ${index % 4}` });
  }
  await app.services.search.index(workspaceId);
});

afterAll(() => app.stop());

const view = (name: string, rest: object = {}) => ({
  name,
  filter: { channel: ['email'] },
  sort: { by: 'created', direction: 'asc' },
  columns: ['number', 'subject'],
  layout: 'table',
  shared: false,
  ...rest,
});
const listOf = (api: Api, filter: object, rest = '') =>
  api.get(`/api/tickets?filter=${encodeURIComponent(JSON.stringify(filter))}${rest}`);

interface Row {
  id: string;
  number: number;
  subject: string;
  channel: string;
  priority: string;
}

describe('a list', () => {
  it.each([
    ['updated', 'desc'],
    ['created', 'asc'],
    ['activity', 'desc'],
    ['waiting', 'asc'],
    ['priority', 'desc'],
    ['status', 'asc'],
    ['number', 'desc'],
    ['subject', 'asc'],
    ['customer', 'desc'],
  ])('by %s %s shows every ticket once, page by page', async (sort, direction) => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { status, body } = await ana.get(
        `/api/tickets?limit=5&sort=${sort}&direction=${direction}${cursor && `&cursor=${cursor}`}`,
      );
      expect(status).toBe(200);
      seen.push(...body.items.map((row: Row) => row.id));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(24);
    expect(new Set(seen).size).toBe(24);
  });

  it('is in the order it was asked for', async () => {
    const rows: Row[] = (await ana.get('/api/tickets?sort=number&direction=asc')).body.items;
    expect(rows.map((row) => row.number)).toEqual(
      rows.map((row) => row.number).sort((left, right) => left - right),
    );
  });

  it('shows what a filter names, and counts the same', async () => {
    const filters = [
      [{ channel: ['email'] }, 12],
      [{ session: ['active'] }, 12],
      [{ session: ['none'] }, 12],
      [{ work: ['waiting'] }, 24],
      [{ assignee: ['me'] }, 0],
      [{ assignee: ['none'] }, 24],
      [{ group: ['none'], channel: ['email'] }, 12],
      [{ awaitingReply: true }, 24],
      [{ olderThanHours: 1 }, 0],
      [{ category: [''] }, 24],
      [{ tags: ['nothing'] }, 0],
      [{ tier: ['free'] }, 0],
      [{ text: 'parcel 3' }, 3],
      [{ text: '"Kim 7"' }, 1],
      [{ text: 'invoi' }, 12],
      [{ text: '%' }, 0],
      [{ text: "'; drop table tickets; --" }, 0],
      [{}, 24],
    ] as const;
    for (const [filter, count] of filters) {
      const { status, body } = await listOf(ana, filter);
      expect({ filter, status, count: body.items?.length }).toEqual({ filter, status: 200, count });
      const counted = await ana.get(
        `/api/tickets/count?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      );
      expect(counted.body).toEqual({ count });
    }
  });

  it.each(['updated', 'activity', 'waiting', 'customer', 'subject'])(
    'of a word by %s is the same page by page as at once, and holds nothing else',
    async (sort) => {
      const find = async (rest: string) =>
        (await listOf(ana, { text: 'invoi', channel: ['email'] }, `&sort=${sort}${rest}`)).body;
      const whole: Row[] = (await find('')).items;
      expect(whole).toHaveLength(12);
      expect(new Set(whole.map(({ channel }) => channel))).toEqual(new Set(['email']));
      const paged: Row[] = [];
      let cursor = '';
      do {
        const { items, nextCursor } = await find(`&limit=5${cursor && `&cursor=${cursor}`}`);
        paged.push(...items);
        cursor = nextCursor ?? '';
      } while (cursor !== '');
      expect(paged).toEqual(whole);
    },
  );

  it('is narrowed to how the promises stand', async () => {
    const { items } = (await listOf(ana, { channel: ['email'] })).body;
    const stands = ['at_risk', 'breached', 'paused', 'active'];
    await app.database.inWorkspace(workspaceId, async ({ db }) => {
      await db.deleteFrom('sla_tickets').where('workspace_id', '=', workspaceId).execute();
      const rows = stands.map((state, place) => ({ state, ticket_id: items[place].id as string }));
      for (const { state, ticket_id } of rows)
        await sql`insert into sla_tickets (workspace_id, ticket_id, metric, state)
          values (${workspaceId}, ${ticket_id}, 'first_reply', ${state})`.execute(db);
    });
    for (const [place, state] of stands.entries()) {
      const { body } = await listOf(ana, { sla: [state] });
      expect(body.items).toMatchObject([{ id: items[place].id, sla: { state } }]);
    }
    expect((await listOf(ana, { sla: ['at_risk', 'breached'] })).body.items).toHaveLength(2);
    expect((await listOf(ana, { sla: ['none'] })).body.items).toHaveLength(20);
    expect((await listOf(ana, { sla: ['none', 'paused'] })).body.items).toHaveLength(21);
  });

  it('keeps the built-in views', async () => {
    expect((await ana.get('/api/tickets?view=live')).body.items).toHaveLength(12);
    const { views } = (await ana.get('/api/views')).body;
    expect(views.find((one: { view: string }) => one.view === 'unassigned').count).toBe(24);
  });

  it.each(['{', '[]', '"x"', '{"nothing":1}', '{"status":["gone"]}', '{"status":[]}', 'null'])(
    'refuses the filter %s',
    async (filter) => {
      const answer = await ana.get(`/api/tickets?filter=${encodeURIComponent(filter)}`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    },
  );

  it('begins anew at a cursor that is none', async () => {
    expect((await ana.get('/api/tickets?limit=501')).status).toBe(400);
    const answer = await ana.get('/api/tickets?cursor=bm90aGluZw&limit=500');
    expect(answer.status).toBe(200);
    expect(answer.body.items).toHaveLength(24);
  });
});

describe('a saved view', () => {
  it('is for signed-in people', async () => {
    const answer = await fetch(new URL('/api/ticket-views', app.url));
    expect(answer.status).toBe(401);
  });

  it('is counted, changed, put in order and removed', async () => {
    const first = (await ana.post('/api/ticket-views', view('Mail'))).body;
    expect(first).toMatchObject({ count: 12, editable: true, shared: false, layout: 'table' });
    expect(Date.parse(first.oldestAt)).toBeGreaterThan(0);
    const second = (await ana.post('/api/ticket-views', view('Chats'))).body;
    const changed = await ana.put(`/api/ticket-views/${second.id}`, {
      ...view('Chats'),
      filter: { channel: ['messaging'], status: ['solved'] },
    });
    expect(changed.body).toMatchObject({ id: second.id, count: 0, oldestAt: null });
    await ana.put('/api/ticket-views/order', { ids: [second.id, first.id, crypto.randomUUID()] });
    const names = async () =>
      (await ana.get('/api/ticket-views')).body.views.map((one: { name: string }) => one.name);
    expect(await names()).toEqual(['Chats', 'Mail']);
    expect((await ana.delete(`/api/ticket-views/${first.id}`)).status).toBe(200);
    expect((await ana.delete(`/api/ticket-views/${first.id}`)).status).toBe(404);
    expect(await names()).toEqual(['Chats']);
  });

  it('of somebody else is not there', async () => {
    const { id } = (await clara.post('/api/ticket-views', view('Of Clara'))).body;
    expect((await ana.put(`/api/ticket-views/${id}`, view('Mine now'))).status).toBe(404);
    expect((await ana.delete(`/api/ticket-views/${id}`)).status).toBe(404);
    const { views } = (await ana.get('/api/ticket-views')).body;
    expect(views.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  it('that is shared is written by supervisors and seen by all', async () => {
    const shared = view('Team mail', { shared: true });
    expect((await ana.post('/api/ticket-views', shared)).body.code).toBe('permission_denied');
    const { id } = (await clara.post('/api/ticket-views', shared)).body;
    const { views } = (await ana.get('/api/ticket-views')).body;
    expect(views.find((one: { id: string }) => one.id === id)).toMatchObject({ editable: false });
    expect((await ana.delete(`/api/ticket-views/${id}`)).status).toBe(403);
  });

  it('has a name of its own', async () => {
    await ana.post('/api/ticket-views', view('Twice'));
    const again = await ana.post('/api/ticket-views', view('TWICE'));
    expect(again).toMatchObject({ status: 409, body: { code: 'name_taken' } });
    expect((await clara.post('/api/ticket-views', view('Twice'))).status).toBe(200);
  });

  it('of the reader means the reader', async () => {
    const { views } = (await clara.get('/api/ticket-views')).body;
    expect(views.length).toBeGreaterThan(0);
    const mine = { ...view('Mine'), shared: true, filter: { assignee: ['me'] } };
    await clara.post('/api/ticket-views', mine);
    const { items } = (await ana.get('/api/tickets?limit=1')).body;
    expect((await ana.post(`/api/tickets/${items[0].id}/take`, { override: false })).status).toBe(
      200,
    );
    const countFor = async (api: Api) =>
      (await api.get('/api/ticket-views')).body.views.find(
        (one: { name: string }) => one.name === 'Mine',
      ).count;
    expect(await countFor(ana)).toBe(1);
    expect(await countFor(clara)).toBe(0);
  });
});
