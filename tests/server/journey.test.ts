import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let workspaceId: string;
let ana: Api;
let anaId: string;

beforeAll(async () => {
  app = await startTestApp();
  workspaceId = (await app.demo()).id;
  ana = await app.as('ana');
  anaId = (await ana.get('/api/me')).body.memberId;
  await putAtDesk(app, workspaceId, anaId);
});

afterAll(() => app.stop());

const ticket = async (id: string) => (await ana.get(`/api/tickets/${id}`)).body;
const timeline = async (id: string) => (await ana.get(`/api/tickets/${id}/timeline`)).body.entries;
const offerFor = (ticketId: string) =>
  until('an offer', async () => {
    const { offers } = (await ana.get('/api/offers')).body;
    return offers.find((offer: { ticketId: string }) => offer.ticketId === ticketId);
  });
const capacity = async () => (await ana.get('/api/me/agent')).body.capacity;
const clientId = () => crypto.randomUUID();

describe('a chat from the offer to the end', () => {
  let chat: Awaited<ReturnType<typeof openChat>>;

  it('is offered with the reason and reserves units', async () => {
    chat = await openChat(app, workspaceId, {
      email: 'kim@example.test',
      topic: 'You charged me twice for invoice 881',
    });
    const offer = await offerFor(chat.ticketId);
    expect(offer).toMatchObject({ channelClass: 'messaging', units: 3, queueName: 'Live chat' });
    expect(offer.why).toMatch(/only one in Live chat/);
    expect((await capacity()).channels.messaging).toMatchObject({ used: 3, items: 1 });
  });

  it('is accepted: assigned, open, and the decision can be read', async () => {
    const offer = await offerFor(chat.ticketId);
    expect((await ana.post(`/api/offers/${offer.id}/accept`)).body).toEqual({
      ticketId: chat.ticketId,
    });
    expect(await ticket(chat.ticketId)).toMatchObject({
      status: 'open',
      workState: 'assigned',
      assignee: { id: anaId, name: 'Ana Ruiz' },
      composer: { preferred: 'messaging' },
    });
    const { decisions } = (await ana.get(`/api/tickets/${chat.ticketId}/decisions`)).body;
    expect(decisions[0]).toMatchObject({ outcome: 'offered', winner: { id: anaId } });
    expect(
      decisions[0].candidates.map((one: { excluded: string | null }) => one.excluded),
    ).toContain('disconnected');
    // A second press is answered as the first.
    expect((await ana.post(`/api/offers/${offer.id}/accept`)).status).toBe(200);
  });

  it('carries messages both ways, each stored once', async () => {
    const body = {
      clientId: clientId(),
      channel: 'messaging',
      text: 'I see the double charge. I will refund it by Friday.',
    };
    const first = await ana.post(`/api/tickets/${chat.ticketId}/messages`, body);
    const again = await ana.post(`/api/tickets/${chat.ticketId}/messages`, body);
    expect(first.status).toBe(200);
    expect(again.body.id).toBe(first.body.id);
    const said = (await timeline(chat.ticketId)).filter(
      (entry: { kind: string }) => entry.kind === 'message',
    );
    expect(said).toHaveLength(2);
  });

  it('says before the end what will follow', async () => {
    const preview = (await ana.get(`/api/tickets/${chat.ticketId}/session/end`)).body;
    expect(preview).toEqual({
      allowed: true,
      routingChannel: 'email',
      sentence: 'Becomes email work in Mail and stays with you.',
    });
  });

  it('ends: status untouched, messaging units released, mail units used, same assignee', async () => {
    const ended = await ana.post(`/api/tickets/${chat.ticketId}/session/end`, {
      farewell: 'I will write to you.',
    });
    expect(ended.status).toBe(200);
    expect(ended.body).toMatchObject({
      status: 'open',
      channel: 'messaging',
      routingChannel: 'email',
      workState: 'assigned',
      assignee: { id: anaId },
      session: { state: 'ended', endedReason: 'agent', endedBy: { kind: 'agent', id: anaId } },
      composer: { preferred: 'email' },
    });
    const { channels } = await capacity();
    expect(channels.messaging).toMatchObject({ used: 0, items: 0 });
    expect(channels.email).toMatchObject({ used: 1, items: 1 });
  });

  it('answers a second end with the first', async () => {
    const first = (await ticket(chat.ticketId)).session;
    const second = (await ana.post(`/api/tickets/${chat.ticketId}/session/end`, {})).body.session;
    expect(second).toEqual(first);
    const ends = (await timeline(chat.ticketId)).filter(
      (entry: { event?: { type: string } }) => entry.event?.type === 'session.ended',
    );
    expect(ends).toHaveLength(1);
    expect(ends[0].event.sentence).toBe('ended the chat. The rest goes on as email work.');
  });

  it('refuses chat after the end, and still takes notes', async () => {
    const chatting = await ana.post(`/api/tickets/${chat.ticketId}/messages`, {
      clientId: clientId(),
      channel: 'messaging',
      text: 'Are you still there?',
    });
    expect(chatting).toMatchObject({ status: 409, body: { code: 'session_ended' } });
    const note = await ana.post(`/api/tickets/${chat.ticketId}/messages`, {
      clientId: clientId(),
      channel: 'note',
      text: 'Ask accounting first.',
    });
    expect(note.status).toBe(200);
  });

  it('has a brief within two seconds, which classifies the ticket', async () => {
    const brief = await until(
      'the brief',
      async () => (await ana.get(`/api/tickets/${chat.ticketId}/brief`)).body.brief,
      2_000,
    );
    expect(brief.fields.category.value).toBe('Billing');
    expect(brief.fields.promised[0]).toMatchObject({ by: 'agent' });
    expect(brief.fields.promised[0].evidence).toHaveLength(1);
    expect((await ticket(chat.ticketId)).category).toBe('Billing');
  });

  it('keeps a correction of the brief', async () => {
    const path = `/api/tickets/${chat.ticketId}/brief`;
    const { version } = (await ana.get(path)).body.brief;
    const edit = { field: 'nextStep', value: 'Refund invoice 881 and confirm by mail.' };
    const { brief } = (await ana.patch(path, { version, edit })).body;
    expect(brief.fields.nextStep).toEqual({ value: edit.value, confidence: 1, evidence: [] });
    expect(brief.corrected).toEqual(['nextStep']);
    expect((await ana.patch(path, { version, edit })).body.code).toBe('ticket_version_conflict');
  });

  it('keeps that somebody found a part of the brief right', async () => {
    const path = `/api/tickets/${chat.ticketId}/brief`;
    const before = (await ana.get(path)).body.brief;
    const asked = { version: before.version, fields: ['urgency', 'promised'] };
    const { brief } = (await ana.post(`${path}/confirm`, asked)).body;
    expect(brief.confirmed.toSorted()).toEqual(['promised', 'urgency']);
    expect(brief.corrected).toEqual(['nextStep']);
    expect(brief.fields.urgency).toEqual({ ...before.fields.urgency, confidence: 1 });
    expect(brief.fields.promised[0]).toEqual({ ...before.fields.promised[0], confidence: 1 });
    expect((await ana.post(`${path}/confirm`, asked)).body.code).toBe('ticket_version_conflict');
    const { rows } = await app.database.ownerPool.query(
      `select field, before, after from corrections where field in ('urgency', 'promised')`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.after).toEqual(row.before);
  });
});

describe('mail work', () => {
  it('is assigned outright, within the ceiling', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const assigned = await until('an assignment', async () => {
      const now = await ticket(ticketId);
      return now.assignee ? now : null;
    });
    expect(assigned).toMatchObject({
      status: 'open',
      workState: 'assigned',
      assignee: { id: anaId },
    });
  });

  it('costs nothing while it waits for the customer, and comes back to its owner', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'lou@example.test');
    await until('an assignment', async () => (await ticket(ticketId)).assignee);
    const before = (await capacity()).channels.email.used;
    const pending = await changeTicket(ana, ticketId, { status: 'pending' });
    expect(pending.body).toMatchObject({
      workState: 'held',
      waitingReason: 'Waits for the customer.',
    });
    expect((await capacity()).channels.email.used).toBe(before - 1);
    await app.database.inWorkspace(workspaceId, (scope) =>
      app.services.change(scope, ticketId, { status: 'open' }, { kind: 'customer', id: null }),
    );
    const back = await until('its return', async () => {
      const now = await ticket(ticketId);
      return now.workState === 'assigned' ? now : null;
    });
    expect(back.assignee.id).toBe(anaId);
  });

  it('refuses a change of an old version', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'max@example.test');
    await until('an assignment', async () => (await ticket(ticketId)).assignee);
    const answer = await ana.patch(`/api/tickets/${ticketId}`, { version: 1, priority: 'high' });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'ticket_version_conflict', retry: true },
    });
  });
});

describe('an offer nobody takes', () => {
  it('goes to the next best agent when it is declined', async () => {
    const ben = await app.as('ben');
    const benId = (await ben.get('/api/me')).body.memberId;
    const { ticketId } = await openChat(app, workspaceId, { topic: 'Tent pole broken' });
    const first = await offerFor(ticketId);
    await putAtDesk(app, workspaceId, benId);
    const declined = await ana.post(`/api/offers/${first.id}/decline`, {
      reason: 'busy',
      comment: 'On the phone with the carrier',
    });
    expect(declined.body).toEqual({ done: true });
    const second = await until('the second offer', async () =>
      (await ben.get('/api/offers')).body.offers.find(
        (offer: { ticketId: string }) => offer.ticketId === ticketId,
      ),
    );
    expect((await ana.post(`/api/offers/${second.id}/accept`)).status).toBe(409);
    await ben.post(`/api/offers/${second.id}/accept`);
    expect((await ticket(ticketId)).assignee.id).toBe(benId);
    const types = (await timeline(ticketId)).map(
      (entry: { event?: { type: string } }) => entry.event?.type,
    );
    expect(types).toEqual(
      expect.arrayContaining(['work.offered', 'offer.declined', 'offer.accepted']),
    );
    expect(JSON.stringify(await timeline(ticketId))).toContain(
      'declined it: busy: “On the phone with the carrier”',
    );
  });

  it('runs out and goes on by itself', async () => {
    const devi = await app.as('devi');
    await devi.patch('/api/settings', { offers: { timeoutSeconds: 5 } });
    const { ticketId } = await openChat(app, workspaceId, { topic: 'Wrong size' });
    const types = await until('the time-out', async () => {
      const seen = (await timeline(ticketId)).map(
        (entry: { event?: { type: string } }) => entry.event?.type,
      );
      return seen.filter((type: string) => type === 'work.offered').length >= 2 ? seen : null;
    });
    expect(types).toContain('offer.timed_out');
  });
});

describe('ending where it is not allowed', () => {
  it('is refused with the cure', async () => {
    const devi = await app.as('devi');
    const { ticketId } = await openChat(app, workspaceId, { topic: 'One more thing' });
    await devi.patch('/api/settings', { sessions: { agentMayEnd: false } });
    const answer = await ana.post(`/api/tickets/${ticketId}/session/end`, {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'session_end_not_allowed' } });
    await devi.patch('/api/settings', {
      sessions: { agentMayEnd: true, agentEndedAsEmail: false },
    });
    const ended = await ana.post(`/api/tickets/${ticketId}/session/end`, {});
    expect(ended.body).toMatchObject({ routingChannel: 'messaging', workState: 'held' });
    expect(ended.body.waitingReason).toMatch(/no queue takes it/);
  });
});
