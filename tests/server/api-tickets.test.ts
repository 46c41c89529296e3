import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { createApi } from '../support/api.ts';
import { until } from '../support/wait.ts';

let world: AssistantWorld;
let key: string;

beforeAll(async () => {
  world = await openAssistantWorld();
  await world.govern({ otherwise: { autonomy: 'auto', answerFrom: 0.5 } } as never);
  key = await makeKey('Shop');
});

afterAll(() => world.stop());

async function makeKey(name: string): Promise<string> {
  const made = await world.devi.post('/api/keys', { name });
  expect(made).toMatchObject({ status: 200, body: { name, createdBy: 'Devi Rao' } });
  return made.body.key;
}

async function call(method: string, path: string, body?: object, bearer = key) {
  const response = await fetch(new URL(`/api/v1${path}`, world.app.url), {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const question = {
  customer: { email: 'pat@customer.test', name: 'Pat Moss' },
  subject: 'Descaling by a program',
  text: 'How do I descale my machine? The light is on.',
};

describe('a ticket opened by a program', () => {
  it('is answered by the assistant, by mail, and read again with what was said', async () => {
    const opened = await call('POST', '/tickets', question);
    expect(opened).toMatchObject({ status: 200, body: { existed: false } });
    const mail = await world.mailTo(question.customer.email);
    expect(mail.parsed.text).toContain('Descale the machine');
    const ticket = await until('the ticket to wait', async () => {
      const { body } = await call('GET', `/tickets/${opened.body.id}`);
      return body.status === 'pending' ? body : undefined;
    });
    expect(ticket).toMatchObject({ number: opened.body.number, subject: question.subject });
    expect(ticket.messages.map(({ author }: { author: string }) => author)).toEqual([
      'customer',
      'assistant',
    ]);
    expect(ticket.messages[0].text).toBe(question.text);
    const atDesk = (await world.ana.get(`/api/tickets/${opened.body.id}`)).body;
    expect(atDesk).toMatchObject({ channel: 'api', routingChannel: 'email' });
  });

  it('goes on with what the customer says further, and a person gets it when it did not help', async () => {
    const customer = { email: 'sam@customer.test', name: 'Sam' };
    const { body } = await call('POST', '/tickets', { ...question, customer });
    await world.mailTo(customer.email);
    await world.turn(body.id, ({ path }) => path === 'answer');
    const said = { reference: 'second-word', text: 'No, that did not help at all.' };
    const first = await call('POST', `/tickets/${body.id}/messages`, said);
    const again = await call('POST', `/tickets/${body.id}/messages`, said);
    expect(again).toEqual(first);
    const turn = await world.turn(body.id, ({ reason }) => reason === 'not_helped');
    expect(turn.path).toBe('hand_over');
    const { messages } = (await call('GET', `/tickets/${body.id}`)).body;
    expect(
      messages.filter(({ text }: { text: string }) => text.startsWith('No, that')),
    ).toHaveLength(1);
  });

  it('is one, however often its reference is sent, also at the same time', async () => {
    const asked = { ...question, reference: 'order-4711-late' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call('POST', '/tickets', asked)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.existed)).toHaveLength(1);
  });

  it('belongs to the customer of the address only where the program vouches for it', async () => {
    const ofTicket = async (id: string) =>
      (await world.ana.get(`/api/tickets/${id}`)).body.customer.id;
    const customer = { ...question.customer, email: 'vera@customer.test' };
    const verified = { ...question, customer: { ...customer, verified: true } };
    const first = await ofTicket((await call('POST', '/tickets', verified)).body.id);
    expect(await ofTicket((await call('POST', '/tickets', verified)).body.id)).toBe(first);
    const claimed = await call('POST', '/tickets', { ...question, customer });
    expect(await ofTicket(claimed.body.id)).not.toBe(first);
  });
});

describe('what a program knows of a customer', () => {
  it('is noted beside what agents noted, and forgotten again', async () => {
    const customer = { email: 'ida@customer.test', verified: true };
    const { id } = (
      await call('POST', '/tickets', {
        ...question,
        customer: { ...customer, attributes: { plan: 'gold', seats: '12' } },
      })
    ).body;
    const known = async () => (await world.ana.get(`/api/tickets/${id}`)).body.customer;
    const { id: customerId } = await known();
    const noted = { attributes: { contract: 'until May', seats: null } };
    expect(await world.ana.patch(`/api/customers/${customerId}`, noted)).toMatchObject({
      status: 200,
      body: { attributes: { plan: 'gold', contract: 'until May' } },
    });
    const told = { ...customer, attributes: { plan: null } };
    await call('POST', '/tickets', { ...question, customer: told });
    expect((await known()).attributes).toEqual({ contract: 'until May' });
    const wrong = { attributes: { plan: ' ' } };
    expect(await world.ana.patch(`/api/customers/${customerId}`, wrong)).toMatchObject({
      status: 400,
      body: { code: 'request_invalid', fields: [{ path: 'attributes.plan' }] },
    });
  });
});

describe('what is wrong with a request', () => {
  it('is told by the name of the field', async () => {
    const { body: all } = await world.devi.get('/api/categories');
    const [category] = all.categories;
    const fields = [{ key: 'order', label: 'Order number', kind: 'number', required: true }];
    await world.devi.put(`/api/categories/${category.id}`, { ...category, fields });
    const paths = async (more: object) => {
      const answer = await call('POST', '/tickets', { ...question, ...more });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
      return answer.body.fields.map(({ path }: { path: string }) => path);
    };
    expect(await paths({ customer: { email: 'nobody' }, text: ' ' })).toEqual([
      'customer.email',
      'text',
    ]);
    expect(await paths({ category: 'Airships' })).toEqual(['category']);
    expect(await paths({ category: category.name })).toEqual(['fields.order']);
    expect(await paths({ category: category.name, fields: { order: 'x' } })).toEqual([
      'fields.order',
    ]);
    expect(await paths({ fields: { colour: 'red' } })).toEqual(['fields.colour']);
    const filled = { ...question, category: category.name, fields: { order: '4711' } };
    const opened = await call('POST', '/tickets', filled);
    const { messages, category: kept } = (await call('GET', `/tickets/${opened.body.id}`)).body;
    expect(kept).toBe(category.name);
    expect(messages[0].text).toBe(`Order number: 4711\n\n${question.text}`);
  });

  it('a ticket that came another way is not there', async () => {
    await world.ask('By mail', 'Where is my parcel?');
    const { id } = await world.ticket('By mail');
    expect((await call('GET', `/tickets/${id}`)).status).toBe(404);
    expect((await call('POST', `/tickets/${id}/messages`, { text: 'Hello' })).status).toBe(404);
  });
});

describe('a key', () => {
  it('opens nothing when it is ended, or never was one', async () => {
    const ended = await makeKey('Old shop');
    expect((await call('POST', '/tickets', question, ended)).status).toBe(200);
    const { keys } = (await world.devi.get('/api/keys')).body;
    const listed = keys.find(({ name }: { name: string }) => name === 'Old shop');
    expect(ended.startsWith(listed.start)).toBe(true);
    expect(listed.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(keys)).not.toContain(ended);
    expect((await world.devi.delete(`/api/keys/${listed.id}`)).status).toBe(200);
    for (const bearer of [ended, 'segue_made-up', '']) {
      expect(await call('POST', '/tickets', question, bearer)).toMatchObject({
        status: 401,
        body: { code: 'sign_in_required' },
      });
    }
    expect((await world.devi.delete(`/api/keys/${listed.id}`)).status).toBe(404);
  });

  it('of another workspace reaches nothing here', async () => {
    const { id } = (await call('POST', '/tickets', question)).body;
    const stranger = createApi(world.app.url);
    const eve = { adminName: 'Eve', adminEmail: 'eve@elsewhere.test', password: 'long and secret' };
    const workspace = { workspaceName: 'Elsewhere', supportAddress: 'help@elsewhere.test' };
    await stranger.post('/api/workspaces', { ...workspace, ...eve });
    await stranger.signIn(eve.adminEmail, eve.password);
    const theirs = (await stranger.post('/api/keys', { name: 'Theirs' })).body.key;
    expect((await call('GET', `/tickets/${id}`, undefined, theirs)).status).toBe(404);
    const said = { text: 'Let me in' };
    expect((await call('POST', `/tickets/${id}/messages`, said, theirs)).status).toBe(404);
    expect((await call('POST', '/tickets', question, theirs)).body.existed).toBe(false);
    expect((await stranger.get('/api/keys')).body.keys).toHaveLength(1);
  });

  it('is only for admins to make, and opens nothing of the desk', async () => {
    expect((await world.ana.post('/api/keys', { name: 'Mine' })).status).toBe(403);
    expect((await world.ana.get('/api/keys')).status).toBe(403);
    const withKey = await fetch(new URL('/api/tickets', world.app.url), {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(withKey.status).toBe(401);
    expect((await createApi(world.app.url).get('/api/tickets')).status).toBe(401);
  });
});
