import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketGroup } from '../../src/contracts/incidents.ts';
import { openIncidentOf } from '../../src/server/features/incidents/index.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openChat } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let clara: Api;
let ana: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  clara = await app.as('clara');
  ana = await app.as('ana');
  workspaceId = (await app.demo()).id;
});
afterAll(() => app.stop());

const open = async (topic: string) => (await openChat(app, workspaceId, { topic })).ticketId;

async function placed(ticketId: string): Promise<string> {
  return until('the ticket is placed', async () => {
    const { rows } = await app.database.ownerPool.query(
      'select group_id from ticket_likeness where ticket_id = $1',
      [ticketId],
    );
    return rows[0]?.group_id ?? null;
  });
}

const likenessOf = async (id: string) =>
  (await ana.get(`/api/tickets/${id}/likeness`)).body.likeness;

const groups = async (): Promise<TicketGroup[]> => (await clara.get('/api/incidents')).body.groups;

const outage = [
  'The zeppelin hangar gate shows error 502',
  'Error 502 at the zeppelin hangar gate',
  'zeppelin hangar gate: error 502 since this morning',
  'I only get error 502 from the gate of the zeppelin hangar',
];

describe('tickets about the same thing', () => {
  test('are one group however close together they come, and others stay out', async () => {
    const ids = await Promise.all(outage.map(open));
    const other = await open('The colour of my umbrella stand is too dark');
    const groupIds = new Set(await Promise.all(ids.map(placed)));
    expect(groupIds.size).toBe(1);
    expect(groupIds).not.toContain(await placed(other));
    const like = await likenessOf(ids[0] ?? '');
    expect(like).toMatchObject({ lastHour: 4, total: 4, incident: null });
    expect(like.tickets.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      ids.slice(1).toSorted(),
    );
    expect(await likenessOf(other)).toBeNull();
    const [group] = await groups();
    expect(group).toMatchObject({ lastHour: 4, unsolved: 4, incident: null });
    expect(group?.words).toEqual(expect.arrayContaining(['zeppelin', 'hangar']));
  });

  test('are marked as an incident, and what comes later is part of it', async () => {
    const [group] = await groups();
    const message = 'We are working on the gate. It opens again at six.';
    const marked = await clara.post('/api/incidents', {
      groupId: group?.groupId,
      title: 'Hangar gate down',
      message,
    });
    expect(marked).toMatchObject({
      status: 200,
      body: { state: 'open', title: 'Hangar gate down' },
    });
    const again = await clara.post('/api/incidents', { groupId: group?.groupId, title: 'Twice' });
    expect(again).toMatchObject({ status: 409 });

    const later = await open('error 502 at the zeppelin gate of the hangar');
    await placed(later);
    const known = () =>
      app.database.inWorkspace(workspaceId, (scope) => openIncidentOf(scope, later));
    expect(await known()).toMatchObject({ title: 'Hangar gate down', message });
    expect((await likenessOf(later)).incident).toMatchObject({ title: 'Hangar gate down' });

    const solved = await clara.patch(`/api/incidents/${marked.body.id}`, { state: 'resolved' });
    expect(solved.body).toMatchObject({ state: 'resolved', resolvedAt: expect.any(String) });
    expect(await known()).toBeNull();
    const reopened = await clara.patch(`/api/incidents/${marked.body.id}`, { state: 'open' });
    expect(reopened.body).toMatchObject({ state: 'open', resolvedAt: null });
  });

  test('let one go that is about something else', async () => {
    const [group] = await groups();
    const ticketId = group?.tickets[0]?.id ?? '';
    expect((await ana.post(`/api/tickets/${ticketId}/likeness/leave`)).status).toBe(200);
    expect(await likenessOf(ticketId)).toBeNull();
    expect((await groups())[0]?.total).toBe((group?.total ?? 0) - 1);
  });

  test('are for supervisors to mark; what is not there is refused', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    const [group] = await groups();
    const asked = { groupId: group?.groupId, title: 'Mine' };
    expect((await ana.post('/api/incidents', asked)).status).toBe(403);
    expect((await ana.get('/api/incidents')).status).toBe(403);
    expect((await clara.post('/api/incidents', { ...asked, title: ' ' })).status).toBe(400);
    expect((await clara.post('/api/incidents', { ...asked, groupId: nobody })).status).toBe(404);
    expect((await clara.patch(`/api/incidents/${nobody}`, {})).status).toBe(404);
    const id = group?.incident?.id ?? '';
    expect((await clara.patch(`/api/incidents/${id}`, { articleId: nobody })).status).toBe(400);
    expect((await clara.patch(`/api/incidents/${id}`, {})).status).toBe(200);
    expect((await ana.get(`/api/tickets/${nobody}/likeness`)).status).toBe(404);
  });
});

test('customers of an incident are told once, by the way that reaches them, and nobody takes the work', async () => {
  const leak = (index: number) => `Lighthouse lens ${index} is cracked after the storm`;
  const chats = [await open(leak(1)), await open(leak(2))];
  const mailed = (await openChat(app, workspaceId, { topic: leak(3), email: 'lens@example.test' }))
    .ticketId;
  const lost = await open(leak(4));
  const solved = await open(leak(5));
  for (const id of [mailed, lost]) {
    expect((await ana.post(`/api/tickets/${id}/session/end`)).status).toBe(200);
  }
  expect((await changeTicket(ana, solved, { status: 'solved' })).status).toBe(200);
  const groupId = await placed(chats[0] ?? '');
  for (const id of [...chats, mailed, lost, solved]) expect(await placed(id)).toBe(groupId);
  const { id } = (await clara.post('/api/incidents', { groupId, title: 'Lenses' })).body;
  const path = `/api/incidents/${id}/tellings`;
  const rest = async () => (await clara.get(path)).body;
  expect(await rest()).toEqual({ unsolved: 4, untold: 4, tellings: [] });
  expect((await ana.post(path, { text: 'Mine' })).status).toBe(403);

  const told = async (text: string, more: object) => {
    expect((await clara.post(path, { text, ...more })).status).toBe(200);
    await until('everybody is told', async () => {
      const [telling] = (await rest()).tellings;
      return telling.text === text && telling.counts.waiting === 0 ? telling : null;
    });
  };
  await told('New lenses come on Friday.', { status: 'on_hold' });
  expect(await rest()).toMatchObject({
    unsolved: 4,
    untold: 1,
    tellings: [{ by: 'Clara Weiss', counts: { told: 3, unreached: 1, waiting: 0 } }],
  });
  const said = async (ticketId: string) =>
    (await ana.get(`/api/tickets/${ticketId}/timeline`)).body.entries
      .filter((entry: { kind: string }) => entry.kind === 'message')
      .map(({ message }: { message: { channel: string; text: string } }) => message)
      .filter(({ text }: { text: string }) => /Friday|fixed/.test(text));
  expect(await said(chats[0] ?? '')).toMatchObject([{ channel: 'messaging' }]);
  expect(await said(mailed)).toMatchObject([{ channel: 'email' }]);
  expect(await said(lost)).toEqual([]);
  expect(await said(solved)).toEqual([]);
  const { body: ticket } = await ana.get(`/api/tickets/${mailed}`);
  expect(ticket).toMatchObject({ status: 'on_hold' });
  expect(ticket.work?.agent ?? null).toBeNull();

  // A job that runs again says nothing twice.
  const [{ id: tellingId }] = (await rest()).tellings;
  await app.services.tellings.run(workspaceId, tellingId);
  await told('It is fixed.', { again: true, status: 'solved' });
  expect((await said(chats[1] ?? '')).map(({ text }: { text: string }) => text)).toEqual([
    'New lenses come on Friday.',
    'It is fixed.',
  ]);
  expect(await rest()).toMatchObject({ unsolved: 1 });
  await changeTicket(ana, lost, { status: 'solved' });
  expect((await clara.post(path, { text: 'Anybody?' })).status).toBe(400);
});

test('a burst of tickets is placed as quickly as it came', async () => {
  const ids = await Promise.all(
    Array.from({ length: 150 }, (_, index) => open(`Harbour kettle ${index} leaks at the lid`)),
  );
  const groupIds = new Set(await Promise.all(ids.map(placed)));
  expect(groupIds.size).toBe(1);
});
