import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Recipe } from '../../src/contracts/recipes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat } from '../support/journeys.ts';
import { createMovedClock } from '../support/moved-clock.ts';
import { openTriggerWorld, type TriggerWorld } from '../support/trigger-world.ts';

const clock = createMovedClock();
let app: TestApp;
let world: TriggerWorld;

beforeAll(async () => {
  app = await startTestApp({ clock });
  world = await openTriggerWorld(app);
});

afterEach(async () => {
  for (const { id } of (await list()).filter(({ installed }) => installed)) await take(id);
});
afterAll(() => app.stop());

const list = async (): Promise<Recipe[]> => (await world.devi.get('/api/recipes')).body.recipes;
const put = (id: string) => world.devi.post(`/api/recipes/${id}/install`);
const take = (id: string) => world.devi.post(`/api/recipes/${id}/uninstall`);
const chat = (email?: string) =>
  openChat(app, world.workspaceId, email === undefined ? {} : { email });
const email = 'kim@example.test';

/** Chats that wait, one after the other: each is asked about before the next counts. */
async function crowd(): Promise<void> {
  for (let at = 0; at < 10; at += 1) {
    await chat(email);
    await world.settled();
  }
}

async function stateOf(ticketId: string) {
  await world.settled();
  const ticket = await world.ticket(ticketId);
  const { session, tags, routingChannel, status, queue } = ticket;
  return { session: session.state, tags, routingChannel, status, queue: queue?.name ?? null };
}

async function end(ticketId: string): Promise<void> {
  const answer = await world.ana.post(`/api/tickets/${ticketId}/session/end`, {});
  expect(answer.status).toBe(200);
}

describe('recipes', () => {
  it('tell what they make before anything is made, and only admins put them in', async () => {
    const recipes = await list();
    expect(recipes).toHaveLength(6);
    for (const { explanation, parts, installed } of recipes) {
      expect(explanation.length).toBeGreaterThan(40);
      expect(parts.every(({ sentences }) => sentences.length > 0)).toBe(true);
      expect(installed).toBeNull();
    }
    expect((await world.ana.post('/api/recipes/surge_email/install')).status).toBe(403);
    expect((await world.devi.post('/api/recipes/nonsense/install')).status).toBe(400);
  });

  it.each([
    'surge_live',
    'surge_email',
    'out_of_hours',
    'abandoned_chats',
    'ended_chats_report',
    'survey_at_chat_end',
  ])('%s goes in once and leaves nothing behind', async (id) => {
    const counts = async () =>
      Promise.all(
        ['/api/triggers', '/api/queues', '/api/ticket-views'].map(
          async (path) => JSON.stringify((await world.devi.get(path)).body).match(/"id":/g)?.length,
        ),
      );
    const before = await counts();
    expect((await put(id)).status).toBe(200);
    expect((await list()).find((one) => one.id === id)?.installed?.by).toBe('Devi Rao');
    expect(await put(id)).toMatchObject({ status: 409, body: { code: 'in_use' } });
    expect(await counts()).not.toEqual(before);
    expect((await take(id)).status).toBe(200);
    expect(await counts()).toEqual(before);
    expect((await take(id)).status).toBe(404);
  });

  it('can be taken out after somebody has deleted a part by hand', async () => {
    await put('out_of_hours');
    await world.removeRules();
    expect((await take('out_of_hours')).status).toBe(200);
  });
});

describe('played', () => {
  it('surge, live only: new chats are told, end, and are found in the view', async () => {
    await put('surge_live');
    const first = await chat(email);
    await world.settled();
    await crowd();
    const late = await chat(email);
    const unknown = await chat();
    expect(await stateOf(late.ticketId)).toMatchObject({
      session: 'ended',
      tags: ['surge'],
      routingChannel: 'messaging',
    });
    expect(await stateOf(first.ticketId)).toMatchObject({ session: 'active', tags: [] });
    expect(await stateOf(unknown.ticketId)).toMatchObject({ session: 'active' });
    const views = (await world.devi.get('/api/ticket-views')).body.views;
    expect(views.map((view: { name: string }) => view.name)).toContain('Surge');
  });

  it('surge by email: new chats become email work in a queue of their own', async () => {
    await put('surge_email');
    await crowd();
    const late = await chat(email);
    expect(await stateOf(late.ticketId)).toMatchObject({
      session: 'ended',
      tags: ['surge'],
      routingChannel: 'email',
    });
  });

  it('out of hours: who can be mailed is, and who cannot is asked', async () => {
    await put('out_of_hours');
    await toWeekday(clock, 3);
    const known = await chat(email);
    const unknown = await chat();
    expect(await stateOf(known.ticketId)).toMatchObject({
      session: 'ended',
      routingChannel: 'email',
      tags: ['out of hours'],
    });
    expect(await stateOf(unknown.ticketId)).toMatchObject({ session: 'active' });
    await toWeekday(clock, 11);
    const byDay = await chat(email);
    expect(await stateOf(byDay.ticketId)).toMatchObject({ session: 'active', tags: [] });
  });

  it('abandoned chats go on by mail, or end where there is no address', async () => {
    await put('abandoned_chats');
    const leave = async (conversationId: string) => {
      await world.settled();
      await app.database.ownerPool.query(
        'update sessions set customer_left_at = $2 where conversation_id = $1',
        [conversationId, clock.now()],
      );
      clock.forward(12);
      await app.services.sessions.check(world.workspaceId, conversationId);
    };
    const known = await chat(email);
    await leave(known.conversationId);
    expect(await stateOf(known.ticketId)).toMatchObject({
      session: 'ended',
      routingChannel: 'email',
      tags: ['abandoned'],
    });
    const unknown = await chat();
    await leave(unknown.conversationId);
    expect(await stateOf(unknown.ticketId)).toMatchObject({
      session: 'ended',
      status: 'solved',
      tags: ['abandoned'],
    });
  });

  it('ended chats are told apart by who ended them', async () => {
    await put('ended_chats_report');
    const byAgent = await chat(email);
    await end(byAgent.ticketId);
    expect((await stateOf(byAgent.ticketId)).tags).toEqual(['ended by agent']);
    const bySystem = await chat(email);
    await app.services.sessions.end(world.workspaceId, {
      conversationId: bySystem.conversationId,
      reason: 'customer',
      actor: { kind: 'customer', id: bySystem.customerId },
      receivedAt: clock.now(),
    });
    expect((await stateOf(bySystem.ticketId)).tags).toEqual(['ended by customer']);
  });

  it('the survey is asked once when an agent ends the chat, and not again when it is solved', async () => {
    await put('survey_at_chat_end');
    const { ticketId } = await chat(email);
    const answer = { clientId: crypto.randomUUID(), channel: 'messaging', text: 'Here you are.' };
    await world.ana.post(`/api/tickets/${ticketId}/messages`, answer);
    await end(ticketId);
    await world.settled();
    await world.change(ticketId, { status: 'solved' });
    await world.settled();
    const { rows } = await app.database.ownerPool.query<{ count: string }>(
      "select count(*) from surveys where ticket_id = $1 and kind = 'session'",
      [ticketId],
    );
    expect(Number(rows[0]?.count)).toBe(1);
  });
});

/** Moves the clock on to the next Tuesday at an hour in Berlin, where the demo's schedule is. */
async function toWeekday(moved: typeof clock, hour: number): Promise<void> {
  const berlin = (at: Date) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      weekday: 'short',
      hour: 'numeric',
      hour12: false,
    }).format(at);
  const wanted = `Tue, ${String(hour).padStart(2, '0')}`;
  for (let hours = 0; hours < 200 && berlin(moved.now()) !== wanted; hours += 1) moved.forward(60);
  expect(berlin(moved.now())).toBe(wanted);
}
