import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let ana: Api;

beforeAll(async () => {
  app = await startTestApp();
  ana = await app.as('ana');
});

afterAll(() => app.stop());

const call = (more: object = {}) => ({
  clientId: crypto.randomUUID(),
  caller: { name: 'Ines Costa', phone: '+351 21 000 00 00', email: 'ines@example.test' },
  subject: 'Asks for an invoice',
  text: 'Order 4711, wants it by mail.',
  ...more,
});
const log = async (body: object) => (await ana.post('/api/calls', body)).body;
const ticketOf = async (id: string) => (await ana.get(`/api/tickets/${id}`)).body;

it('a call becomes a ticket of its caller, with what was said as a note', async () => {
  const { ticketId } = await log(call({ category: 'Billing', priority: 'high' }));
  const ticket = await ticketOf(ticketId);
  expect(ticket).toMatchObject({
    channel: 'phone',
    routingChannel: 'email',
    subject: 'Asks for an invoice',
    category: 'Billing',
    priority: 'high',
    customer: { name: 'Ines Costa', email: 'ines@example.test', phone: '+351 21 000 00 00' },
  });
  const { entries } = (await ana.get(`/api/tickets/${ticketId}/timeline`)).body;
  const said = entries.find((one: { kind: string }) => one.kind === 'message').message;
  expect(said).toMatchObject({ channel: 'note', text: 'Order 4711, wants it by mail.' });
});

it('sent twice is one call', async () => {
  const body = call({ subject: 'Twice' });
  const [one, two] = [await log(body), await log(body)];
  expect(one.ticketId).toBe(two.ticketId);
  expect((await ana.get('/api/tickets?search=Twice')).body.items).toHaveLength(1);
});

it.each(['ines cos', 'INES@example', '21 000', '351210'])(
  'the caller is found by “%s”',
  async (words) => {
    const path = `/api/customers?q=${encodeURIComponent(words)}`;
    const [first] = (await ana.get(path)).body.customers;
    expect(first).toMatchObject({ name: 'Ines Costa', openTickets: expect.any(Number) });
  },
);

it('is logged for somebody known, stays with the agent, or is done at once', async () => {
  const [{ id }] = (await ana.get('/api/customers?q=ines')).body.customers;
  const mine = await log(call({ caller: { id }, outcome: 'mine' }));
  expect(mine.taken).toBe(true);
  expect(await ticketOf(mine.ticketId)).toMatchObject({
    customer: { id },
    assignee: { name: 'Ana Ruiz' },
    status: 'open',
  });
  const done = await log(call({ caller: { id }, outcome: 'solved' }));
  expect(await ticketOf(done.ticketId)).toMatchObject({ status: 'solved', workState: 'none' });
});

it('says which field is wrong', async () => {
  const nobody = await ana.post('/api/calls', call({ caller: {} }));
  expect(nobody).toMatchObject({ status: 400 });
  expect(await ana.post('/api/calls', call({ subject: ' ' }))).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'subject' }] },
  });
  const stranger = await ana.post('/api/calls', call({ caller: { id: crypto.randomUUID() } }));
  expect(stranger.status).toBe(404);
});
