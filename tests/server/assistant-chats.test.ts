/** Chats that ended with work left: the assistant goes on by mail, and silence counts after a day. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openAssistantWorld, type AssistantWorld } from '../support/assistant-world.ts';
import { openCustomer, type Customer } from '../support/customer.ts';
import { answerTo } from '../support/mail-world.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { until } from '../support/wait.ts';

const clock = createMovedClock();
const question = 'How do I descale my machine? The light is on.';
const stillBroken = 'It still does not work, I tried all of it.';
const open: Customer[] = [];
let world: AssistantWorld;

beforeAll(async () => {
  world = await openAssistantWorld({ clock });
});

afterAll(() => world.stop());

beforeEach(() => govern('same'));

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const govern = (afterAgent: 'off' | 'draft' | 'same') =>
  world.govern({
    otherwise: { autonomy: 'auto', answerFrom: 0.5 },
    gates: { afterAgent },
  } as never);

/** A chat in which a person was asked for and Ana said she would look; `last` is what the customer says to that. */
async function chat(last: string | null = null) {
  const { widgetKey } = await world.app.demo();
  const email = `chat.${randomUUID().slice(0, 8)}@customer.test`;
  const ada = await openCustomer(world.app.url, { key: widgetKey });
  open.push(ada);
  await ada.call('identify', { name: 'Ada', email });
  await ada.send('I want to talk to a person');
  await ada.send(question);
  const id = await until('the ticket', async () => {
    const sql = 'select id from tickets where conversation_id = $1';
    const { rows } = await world.app.database.ownerPool.query(sql, [ada.conversationId()]);
    return rows[0]?.id as string | undefined;
  });
  const said = { clientId: randomUUID(), channel: 'messaging', text: 'I will look it up.' };
  expect((await world.ana.post(`/api/tickets/${id}/messages`, said)).status).toBe(200);
  if (last !== null) await ada.send(last);
  return { id, email };
}

const end = async (id: string) =>
  expect((await world.ana.post(`/api/tickets/${id}/session/end`)).status).toBe(200);

const hoursPass = async (id: string, hours: number) => {
  clock.forward(hours * 60);
  await world.app.services.assistant.clock(world.workspaceId, id);
};

/** What the assistant's page says, once it has followed the case. */
const figures = async (id: string) => {
  await world.app.services.learning.follow(world.workspaceId, id);
  return (await world.clara.get('/api/assistant/figures')).body;
};

it('an agent who answered is the person that was asked for: a draft waits for them', async () => {
  await govern('draft');
  const { id } = await chat();
  await end(id);
  const { state, path } = await world.turn(id, () => true);
  expect({ state, path }).toEqual({ state: 'draft', path: 'answer' });
});

it('who asks for a person again gets one', async () => {
  const { id } = await chat('No, I want to talk to a real person');
  await end(id);
  expect((await world.turn(id, () => true)).reason).toBe('wants_person');
});

it('silence is reminded of after half a day, counts after one, and a return takes that back', async () => {
  const { id, email } = await chat();
  await end(id);
  await world.turn(id, ({ path }) => path === 'answer');
  const answer = await world.mailTo(email);
  expect(answer.parsed.text).toContain('Descale');
  await hoursPass(id, 11);
  expect((await world.caseOf(id)).state).toBe('waiting');
  await hoursPass(id, 2);
  await world.turn(id, ({ path }) => path === 'remind');
  await hoursPass(id, 12);
  expect(await world.caseOf(id)).toMatchObject({ state: 'resolved', outcome: 'assumed' });
  expect((await world.ana.get(`/api/tickets/${id}`)).body.status).toBe('solved');
  expect(await figures(id)).toMatchObject({ resolution: { assumed: 1, reopened: 0 } });
  await world.send({ from: email, ...answerTo(answer, { text: stillBroken }) });
  await world.turn(id, ({ reason }) => reason === 'not_helped');
  expect((await world.caseOf(id)).outcome).toBe('reopened');
  expect((await world.ana.get(`/api/tickets/${id}`)).body.status).toBe('open');
  expect(await figures(id)).toMatchObject({ resolution: { assumed: 0, reopened: 1 } });
});

it('customers wait for the assistant from the end of the chat on, not while they talk to an agent', async () => {
  const { id } = await chat();
  clock.forward(20);
  await end(id);
  await world.turn(id, ({ path }) => path === 'answer');
  const { p95Ms } = (await figures(id)).response;
  expect(p95Ms).toBeLessThan(10 * 60_000);
});
