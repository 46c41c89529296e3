import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';

let app: TestApp;
let clara: Api;

beforeAll(async () => {
  app = await startTestApp();
  clara = await app.as('clara');
});

afterAll(() => app.stop());

const names = async () =>
  (await clara.get('/api/tags')).body.tags.map((tag: { name: string }) => tag.name);
const add = async (name: string) => (await clara.post('/api/tags', { name })).body.id as string;

describe('tags', () => {
  it('are read by agents and changed by supervisors', async () => {
    const ana = await app.as('ana');
    expect((await ana.get('/api/tags')).status).toBe(200);
    for (const answer of [
      await ana.post('/api/tags', { name: 'vip' }),
      await ana.patch(`/api/tags/${crypto.randomUUID()}`, { name: 'vip' }),
      await ana.delete(`/api/tags/${crypto.randomUUID()}`),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'permission_denied' } });
  });

  it.each(['', '   ', 'a, b', 'x'.repeat(61)])('are not called "%s"', async (name) => {
    const answer = await clara.post('/api/tags', { name });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(answer.body.fields[0].path).toBe('name');
  });

  it('have one name in lower case, which no other tag gets', async () => {
    const id = await add('  Warranty ');
    const other = await add('repair');
    expect(await names()).toEqual(['repair', 'warranty']);
    const taken = { status: 409, body: { code: 'name_taken', fields: [{ path: 'name' }] } };
    expect(await clara.post('/api/tags', { name: 'WARRANTY' })).toMatchObject(taken);
    expect(await clara.patch(`/api/tags/${other}`, { name: 'warranty' })).toMatchObject(taken);
    expect((await clara.patch(`/api/tags/${id}`, { name: 'warranty' })).status).toBe(200);
  });

  it('are renamed and removed on their tickets too', async () => {
    const { ticketId } = await openMail(app, (await app.demo()).id);
    const ticket = async () => (await clara.get(`/api/tickets/${ticketId}`)).body;
    await changeTicket(clara, ticketId, { tags: ['urgent parcel'] });
    const { tags } = (await clara.get('/api/tags')).body;
    const tag = tags.find((one: { name: string }) => one.name === 'urgent parcel');
    expect(tag.tickets).toBe(1);
    await clara.patch(`/api/tags/${tag.id}`, { name: 'parcel' });
    expect((await ticket()).tags).toEqual(['parcel']);
    expect((await clara.delete(`/api/tags/${tag.id}`)).status).toBe(200);
    expect((await ticket()).tags).toEqual([]);
  });

  it('that are not there are 404', async () => {
    const path = `/api/tags/${crypto.randomUUID()}`;
    expect((await clara.patch(path, { name: 'any' })).status).toBe(404);
    expect((await clara.delete(path)).status).toBe(404);
  });
});
