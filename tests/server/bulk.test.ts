import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let ana: Api;
let clara: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http', 'worker']) } });
  ana = await app.as('ana');
  clara = await app.as('clara');
  workspaceId = (await app.demo()).id;
});

afterAll(() => app.stop());

async function tickets(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await openMail(app, workspaceId, `bulk-${index}@example.test`)).ticketId);
  }
  return ids;
}
const ticket = async (id: string) => (await ana.get(`/api/tickets/${id}`)).body;
const change = (id: string, changes: object) => changeTicket(ana, id, changes);
const bulk = (api: Api, ids: string[], act: object) =>
  api.post('/api/bulks', { selection: { kind: 'tickets', ids }, act });
const finished = (id: string) =>
  until('the bulk to finish', async () => {
    const { body } = await ana.get(`/api/bulks/${id}`);
    return (body.state === 'done' || body.state === 'undone') && body;
  });

describe('a bulk', () => {
  it('changes what is selected and says what it left alone', async () => {
    const [one = '', two = '', three = ''] = await tickets(3);
    await change(two, { priority: 'urgent' });
    await app.database.inWorkspace(workspaceId, (scope) =>
      scope.db.updateTable('tickets').set({ status: 'closed' }).where('id', '=', three).execute(),
    );
    const unknown = crypto.randomUUID();
    const { status, body } = await bulk(ana, [one, two, three, unknown], {
      kind: 'priority',
      priority: 'urgent',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'done', total: 3 });
    expect(body.counts).toMatchObject({ done: 1, unchanged: 1, skipped: 1, pending: 0 });
    expect(body.exceptions).toMatchObject([{ ticketId: three, state: 'skipped' }]);
    expect(body.exceptions[0].reason).toMatch(/closed/);
    const { entries } = (await ana.get(`/api/tickets/${one}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain('ticket.priority');
  });

  it('is undone exactly: tags one had before stay', async () => {
    const [one = '', two = ''] = await tickets(2);
    await change(one, { tags: ['late', 'vip'] });
    const { body } = await bulk(ana, [one, two], { kind: 'add_tags', tags: ['late'] });
    expect(body.counts).toMatchObject({ done: 1, unchanged: 1 });
    expect((await ticket(two)).tags).toEqual(['late']);
    const undone = (await ana.post(`/api/bulks/${body.id}/undo`)).body;
    expect(undone).toMatchObject({ state: 'undone', counts: { undone: 1 } });
    expect((await ticket(one)).tags).toEqual(['late', 'vip']);
    expect((await ticket(two)).tags).toEqual([]);
  });

  it('puts back even the status new', async () => {
    const [one = ''] = await tickets(1);
    const { body } = await bulk(ana, [one], { kind: 'status', status: 'solved' });
    expect((await ticket(one)).status).toBe('solved');
    await ana.post(`/api/bulks/${body.id}/undo`);
    expect((await ticket(one)).status).toBe('new');
  });

  it('leaves alone what somebody changed since, and says so', async () => {
    const [one = '', two = ''] = await tickets(2);
    const { body } = await bulk(ana, [one, two], { kind: 'status', status: 'pending' });
    await change(one, { status: 'open' });
    await change(two, { priority: 'low' });
    const undone = (await ana.post(`/api/bulks/${body.id}/undo`)).body;
    expect(undone.counts).toMatchObject({ undone: 1, kept: 1 });
    expect(undone.exceptions).toMatchObject([
      { ticketId: one, state: 'kept', reason: 'Changed since: status.' },
    ]);
    expect((await ticket(one)).status).toBe('open');
    expect(await ticket(two)).toMatchObject({ status: 'new', priority: 'low' });
  });

  it('assigns under the capacity rules, with the reason for the rest', async () => {
    const ids = await tickets(40);
    const { agents } = (await ana.get('/api/agents')).body;
    const ben = agents.find((one: { name: string }) => one.name.startsWith('Ben'));
    const { body } = await bulk(ana, ids, { kind: 'assign', agentId: ben.id });
    expect(body.counts.done).toBeGreaterThan(0);
    expect(body.counts.skipped).toBeGreaterThan(0);
    expect(body.counts.done + body.counts.skipped).toBe(40);
    expect(body.exceptions[0].reason).toMatch(/\w/);
    const { agents: after } = (await ana.get('/api/agents')).body;
    const { capacity } = after.find((one: { id: string }) => one.id === ben.id);
    expect(capacity.used).toBeLessThanOrEqual(capacity.budget);
    const undone = (await ana.post(`/api/bulks/${body.id}/undo`)).body;
    expect(undone.counts.undone).toBe(body.counts.done);
    const taken = body.exceptions.map((one: { ticketId: string }) => one.ticketId);
    const given = ids.find((id) => !taken.includes(id)) ?? '';
    expect(await ticket(given)).toMatchObject({ status: 'new', assignee: null });
  });

  it('assigns beyond capacity where a supervisor says why, and for nobody else', async () => {
    const ids = await tickets(30);
    const { agents } = (await ana.get('/api/agents')).body;
    const ben = agents.find((one: { name: string }) => one.name.startsWith('Ben'));
    const act = { kind: 'assign', agentId: ben.id };
    const { body } = await bulk(clara, ids, act);
    const refused = body.exceptions.filter(
      ({ code }: { code: string }) => code === 'capacity_exceeded',
    );
    expect(refused.length).toBe(body.counts.skipped);
    const left = refused.map(({ ticketId }: { ticketId: string }) => ticketId);
    expect(left.length).toBeGreaterThan(1);
    expect((await bulk(clara, left, { ...act, override: true })).status, 'no reason').toBe(400);
    const beyond = { ...act, override: true, why: 'Ben knows all of them' };
    expect(await bulk(ana, left, beyond)).toMatchObject({
      status: 403,
      body: { code: 'permission_denied' },
    });
    expect(body.beyond).toEqual({ count: left.length, reason: body.exceptions[0].reason });
    const again = { selection: { kind: 'beyond', bulkId: body.id }, act: beyond };
    const given = (await clara.post('/api/bulks', again)).body;
    expect(given.beyond).toBeNull();
    expect(given.counts).toMatchObject({ done: left.length, skipped: 0 });
    const { entries } = (await ana.get(`/api/tickets/${left[0]}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain(
      'beyond capacity, by override: Ben knows all of them',
    );
    expect((await clara.post(`/api/bulks/${given.id}/undo`)).body.counts.undone).toBe(left.length);
  });

  it('of all that a filter finds touches no more than was confirmed', async () => {
    const ids = await tickets(3);
    for (const id of ids) await change(id, { category: 'Confirmed' });
    const { body } = await ana.post('/api/bulks', {
      selection: { kind: 'filter', filter: { category: ['Confirmed'] }, confirmed: 2 },
      act: { kind: 'priority', priority: 'low' },
    });
    expect(body.total).toBe(2);
  });

  it('that is large goes on in the background, and so does its undoing', async () => {
    const ids = await tickets(70);
    const { body } = await bulk(ana, ids, { kind: 'category', category: 'Large' });
    expect(body.total).toBe(70);
    expect((await finished(body.id)).counts.done).toBe(70);
    await ana.post(`/api/bulks/${body.id}/undo`);
    expect((await finished(body.id)).counts.undone).toBe(70);
    expect((await ticket(ids[69] ?? '')).category).toBeNull();
  });

  it('of somebody else is undone by supervisors only', async () => {
    const [one = ''] = await tickets(1);
    const mine = (
      await ana.post('/api/bulks', {
        selection: { kind: 'tickets', ids: [one] },
        act: { kind: 'priority', priority: 'high' },
      })
    ).body;
    expect((await (await app.as('ben')).post(`/api/bulks/${mine.id}/undo`)).status).toBe(403);
    expect((await clara.post(`/api/bulks/${mine.id}/undo`)).status).toBe(200);
    expect((await clara.post(`/api/bulks/${crypto.randomUUID()}/undo`)).status).toBe(404);
  });

  it.each([
    [{ kind: 'status', status: 'closed' }],
    [{ kind: 'status', status: 'new' }],
    [{ kind: 'add_tags', tags: [] }],
    [{ kind: 'nothing' }],
    [{ kind: 'priority' }],
  ])('refuses %j', async (act) => {
    const answer = await bulk(ana, [crypto.randomUUID()], act);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  });

  it('of no ticket is refused', async () => {
    const act = { kind: 'priority', priority: 'low' };
    expect((await bulk(ana, [crypto.randomUUID()], act)).status).toBe(400);
  });
});
