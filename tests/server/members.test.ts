import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openMail, putAtDesk } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let devi: Api;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
});

afterAll(() => app.stop());

const members = async () => (await devi.get('/api/members')).body.members;
const idOf = async (name: string): Promise<string> =>
  (await members()).find((one: { name: string }) => one.name.startsWith(name)).id;
const passwordOf = (url: string, password: string) =>
  devi.post(`/api/invitations/${url.split('/').at(-1)}`, { password });

it('a role is changed by admins, and takes effect at the next request', async () => {
  const id = await idOf('Ben');
  const ben = await app.as('ben');
  expect((await ben.post('/api/tags', { name: 'mine' })).status).toBe(403);
  expect((await ben.patch(`/api/members/${id}`, { role: 'admin' })).status).toBe(403);
  expect((await devi.patch(`/api/members/${id}`, { role: 'supervisor' })).status).toBe(200);
  expect((await ben.post('/api/tags', { name: 'mine' })).status).toBe(200);
  await devi.patch(`/api/members/${id}`, { role: 'agent', name: 'Ben Okafor' });
});

it('the last admin stays one, and nobody removes themselves', async () => {
  const id = await idOf('Devi');
  const last = { status: 409, body: { code: 'in_use' } };
  expect(await devi.patch(`/api/members/${id}`, { role: 'agent' })).toMatchObject(last);
  expect(await devi.delete(`/api/members/${id}`)).toMatchObject(last);
  const clara = await idOf('Clara');
  await devi.patch(`/api/members/${clara}`, { role: 'admin' });
  const { id: workspaceId } = await app.demo();
  const demote = (one: string) =>
    app.services.members.change(workspaceId, one, { role: 'supervisor' });
  const both = await Promise.allSettled([demote(id), demote(clara)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await app.services.members.change(workspaceId, id, { role: 'admin' });
  await app.services.members.change(workspaceId, clara, { role: 'supervisor' });
});

it('an invitation is sent again until a password is chosen', async () => {
  const person = { name: 'Eli North', email: 'eli@lowtide.test', role: 'agent', groupIds: [] };
  const first = (await devi.post('/api/members', person)).body;
  const again = await devi.post(`/api/members/${first.id}/invitation`);
  expect(again.status).toBe(200);
  expect((await passwordOf(again.body.invitationUrl, 'a long password')).status).toBe(200);
  expect((await passwordOf(first.invitationUrl, 'another password')).status).toBe(404);
  expect(await devi.post(`/api/members/${first.id}/invitation`)).toMatchObject({ status: 409 });
});

it('who is removed can do nothing more, and what they had goes back to its queue', async () => {
  const person = { name: 'Flo West', email: 'flo@lowtide.test', role: 'agent' };
  const groupIds = (await devi.get('/api/groups')).body.groups.map((one: { id: string }) => one.id);
  const added = (await devi.post('/api/members', { ...person, groupIds })).body;
  await passwordOf(added.invitationUrl, 'a long password');
  const flo = createApi(app.url);
  await flo.signIn(person.email, 'a long password');
  const { id: workspaceId } = await app.demo();
  await putAtDesk(app, workspaceId, added.id);
  const { ticketId } = await openMail(app, workspaceId);
  await flo.post(`/api/tickets/${ticketId}/take`, {});
  const ticket = async () => (await devi.get(`/api/tickets/${ticketId}`)).body;
  await until('Flo has it', async () => (await ticket()).assignee?.id === added.id);
  expect((await devi.delete(`/api/members/${added.id}`)).status).toBe(200);
  expect((await ticket()).assignee?.id).not.toBe(added.id);
  expect((await flo.get('/api/tickets')).status).toBe(401);
  expect((await members()).map((one: { id: string }) => one.id)).not.toContain(added.id);
  expect(
    (await devi.get('/api/agents')).body.agents.some((one: { id: string }) => one.id === added.id),
  ).toBe(false);
  expect((await devi.delete(`/api/members/${added.id}`)).status).toBe(404);
});

it('everybody changes their own name and password, and no other session outlives the old one', async () => {
  const person = { name: 'Gus Hale', email: 'gus@lowtide.test', role: 'agent', groupIds: [] };
  const added = (await devi.post('/api/members', person)).body;
  await passwordOf(added.invitationUrl, 'a long password');
  const [gus, elsewhere] = [createApi(app.url), createApi(app.url)];
  await gus.signIn(person.email, 'a long password');
  await elsewhere.signIn(person.email, 'a long password');
  expect((await gus.patch('/api/me', { name: ' ' })).status).toBe(400);
  expect((await gus.patch('/api/me', { name: 'Gus Hale-Ortiz', role: 'admin' })).status).toBe(200);
  expect((await elsewhere.get('/api/me')).body).toMatchObject({
    name: 'Gus Hale-Ortiz',
    role: 'agent',
  });
  const change = (currentPassword: string) =>
    gus.post('/api/auth/change-password', {
      currentPassword,
      newPassword: 'a longer password',
      revokeOtherSessions: true,
    });
  expect((await change('not the password')).status).toBe(400);
  expect((await change('a long password')).status).toBe(200);
  expect((await elsewhere.get('/api/me')).status).toBe(401);
  const again = createApi(app.url);
  await again.signIn(person.email, 'a longer password');
  expect((await again.get('/api/me')).status).toBe(200);
});
