import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/contracts/conversations.ts';
import type { Survey } from '../../src/contracts/surveys.ts';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openCustomer } from '../support/customer.ts';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let workspaceId: string;
let ana: Api;
let anaId: string;
let devi: Api;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http', 'worker']) } });
  workspaceId = (await app.demo()).id;
  ana = await app.as('ana');
  devi = await app.as('devi');
  anaId = (await ana.get('/api/me')).body.memberId;
});

beforeEach(() => putAtDesk(app, workspaceId, anaId));

afterAll(() => app.stop());

/** Lets time pass for the surveys of a ticket: what happened to them is that much longer ago. */
const later = (ticketId: string, minutes: number) =>
  app.database.ownerPool.query(
    `update surveys set answered_at = answered_at - $2 * interval '1 minute',
       expires_at = expires_at - $2 * interval '1 minute' where ticket_id = $1`,
    [ticketId, minutes],
  );
const settings = (surveys: object) => devi.patch('/api/settings', { surveys });
const say = (id: string, channel: string, more: object = {}) =>
  ana.post(`/api/tickets/${id}/messages`, {
    clientId: crypto.randomUUID(),
    channel,
    text: 'Here you are',
    ...more,
  });
const surveysOf = async (id: string): Promise<Survey[]> =>
  (await ana.get(`/api/tickets/${id}/surveys`)).body.surveys;
const sent = (id: string) =>
  until('a survey', async () => (await surveysOf(id)).find(({ state }) => state !== 'due'));
const linesOf = async (id: string) => {
  const { entries } = (await ana.get(`/api/tickets/${id}/timeline`)).body as {
    entries: TimelineEntry[];
  };
  return entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
};
const mailOf = async (ticketId: string) => {
  const mails = await app.database.inWorkspace(workspaceId, (scope) =>
    scope.db
      .selectFrom('outbound_mails')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('ticket_id', '=', ticketId)
      .where('message_id', 'is', null)
      .execute(),
  );
  return mails;
};
const send = (ticketId: string, kind: 'session' | 'ticket') =>
  app.database.inWorkspace(workspaceId, (scope) =>
    app.services.surveys.sendSurvey(scope, ticketId, kind),
  );

async function endedChat(customer: { email?: string } = {}) {
  const chat = await openChat(app, workspaceId, customer);
  await say(chat.ticketId, 'messaging');
  await ana.post(`/api/tickets/${chat.ticketId}/session/end`);
  return chat;
}

/** A mail ticket whose survey went out, with the link of the mail. */
async function asked(more: object = {}) {
  await settings({ ticket: { enabled: true, channel: 'email', delayMinutes: 0, ...more } });
  const { ticketId } = await openMail(app, workspaceId, `${crypto.randomUUID()}@example.test`);
  await say(ticketId, 'email', { status: 'solved' });
  await sent(ticketId);
  const [mail] = await mailOf(ticketId);
  const link = new URL(/http\S+\/survey\/\S+/.exec(mail?.text_body ?? '')?.[0] ?? '');
  return { ticketId, path: link.pathname, token: link.pathname.split('/').at(-1) ?? '' };
}

const open = (path: string) => fetch(new URL(path, app.url));
const vote = (path: string, form: Record<string, string>) =>
  fetch(new URL(path, app.url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  });

describe('who is asked', () => {
  it('is the customer of an ended chat, once, with the parts everybody had', async () => {
    const { ticketId } = await endedChat();
    const survey = await sent(ticketId);
    expect(survey).toMatchObject({ kind: 'session', state: 'sent', inWidget: true, byMail: false });
    expect(survey.credits).toEqual([
      expect.objectContaining({ participant: 'agent', memberId: anaId, messages: 1, share: 1 }),
    ]);
    await app.services.surveys.plan(workspaceId, ticketId, 'session');
    await app.services.surveys.send(workspaceId, survey.id);
    await Promise.all([send(ticketId, 'session'), send(ticketId, 'session')]);
    expect(await surveysOf(ticketId)).toHaveLength(1);
    const lines = (await linesOf(ticketId)).filter(({ type }) => type === 'survey.sent');
    expect(lines).toHaveLength(1);
  });

  it('is asked about chat and ticket apart, after the delay', async () => {
    await settings({ ticket: { enabled: true, channel: 'both', delayMinutes: 30 } });
    const { ticketId } = await endedChat({ email: 'both@example.test' });
    await sent(ticketId);
    expect((await changeTicket(ana, ticketId, { status: 'solved' })).status).toBe(200);
    const due = await until('the second survey', async () =>
      (await surveysOf(ticketId)).find(({ kind }) => kind === 'ticket'),
    );
    expect(due).toMatchObject({ state: 'due', inWidget: true, byMail: true });
    expect(Date.parse(due.dueAt) - Date.now()).toBeGreaterThan(25 * 60_000);
    expect(await mailOf(ticketId)).toHaveLength(0);
    await app.services.surveys.send(workspaceId, due.id);
    expect(await mailOf(ticketId)).toHaveLength(1);
    expect(await surveysOf(ticketId)).toHaveLength(2);
  });

  it('is not asked when the ticket was opened again before its time', async () => {
    await settings({ ticket: { enabled: true, channel: 'email', delayMinutes: 30 } });
    const { ticketId } = await openMail(app, workspaceId, 'again@example.test');
    await say(ticketId, 'email', { status: 'solved' });
    const due = await until('a survey', async () => (await surveysOf(ticketId))[0]);
    await say(ticketId, 'note', { status: 'open' });
    await app.services.surveys.send(workspaceId, due.id);
    expect(await surveysOf(ticketId)).toEqual([]);
    expect(await mailOf(ticketId)).toHaveLength(0);
  });

  it.each<[string, () => Promise<string>, 'session' | 'ticket']>([
    ['without an address', async () => (await openChat(app, workspaceId)).ticketId, 'ticket'],
    ['whom nobody answered', async () => (await openMail(app, workspaceId)).ticketId, 'ticket'],
    ['whose chat runs', async () => (await openChat(app, workspaceId)).ticketId, 'session'],
  ])('is nobody %s, whatever a rule wants', async (_name, make, kind) => {
    const ticketId = await make();
    const planned = await send(ticketId, kind);
    expect(planned).toMatchObject({ surveyId: null, why: expect.any(String) });
    expect(await surveysOf(ticketId)).toEqual([]);
  });

  it('is no machine', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'news@example.test');
    await app.database.inWorkspace(workspaceId, (scope) =>
      scope.db
        .insertInto('ticket_events')
        .values({
          workspace_id: workspaceId,
          id: crypto.randomUUID(),
          ticket_id: ticketId,
          type: 'mail.bulk',
          actor_kind: 'system',
          actor_id: null,
          data: '{}',
          at: new Date(),
        })
        .execute(),
    );
    await say(ticketId, 'email', { status: 'solved' });
    expect(await send(ticketId, 'ticket')).toMatchObject({ why: 'the customer is a machine' });
  });
});

describe('the page', () => {
  it('votes only by its form: opening every link of the mail changes nothing', async () => {
    const { ticketId, path } = await asked();
    for (const score of [1, 2, 3, 4, 5]) {
      const page = await open(`${path}?score=${score}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`value="${score}" required checked`);
    }
    await fetch(new URL(path, app.url), { method: 'HEAD' });
    expect((await surveysOf(ticketId))[0]).toMatchObject({ state: 'sent', answer: null });
    const page = await open(path);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).not.toContain('<script');
  });

  it('takes an answer once, however often it is sent, and tells everybody', async () => {
    const { ticketId, path } = await asked();
    const form = { score: '4', comment: '<b>fine</b>', tags: 'Quick' };
    for (const answer of await Promise.all([vote(path, form), vote(path, form)]))
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    await vote(path, form);
    const [survey] = await surveysOf(ticketId);
    expect(survey).toMatchObject({
      state: 'answered',
      answer: { score: 4, comment: '<b>fine</b>', tags: ['Quick'] },
    });
    const lines = (await linesOf(ticketId)).filter(({ type }) => type.startsWith('survey.a'));
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      'rated the help 4 of 5 (Quick): “<b>fine</b>”',
    ]);
    const page = await (await open(path)).text();
    expect(page).toContain('Your answer: Good');
    expect(page).toContain('&lt;b&gt;fine&lt;/b&gt;');
    const { customer } = (await ana.get(`/api/tickets/${ticketId}`)).body;
    expect((await ana.get(`/api/customers/${customer.id}/satisfaction`)).body).toMatchObject({
      answered: 1,
      average: 4,
    });
  });

  it('lets an answer be changed within the window, and not after it', async () => {
    const { ticketId, path } = await asked({ revoteMinutes: 10 });
    await vote(path, { score: '2' });
    await later(ticketId, 9);
    expect((await vote(path, { score: '3' })).status).toBe(303);
    await later(ticketId, 2);
    const late = await vote(path, { score: '5' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('settled');
    expect((await surveysOf(ticketId))[0]).toMatchObject({ answer: { score: 3 } });
    expect((await vote(path, { score: '3' })).status).toBe(303);
    const types = (await linesOf(ticketId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'survey.changed')).toHaveLength(1);
  });

  it('is over once it has expired', async () => {
    const { ticketId, path } = await asked({ expiryDays: 1 });
    await later(ticketId, 24 * 60 + 1);
    const late = await vote(path, { score: '5' });
    expect(late.status).toBe(409);
    expect(await (await open(path)).text()).not.toContain('<form');
    expect((await surveysOf(ticketId))[0]).toMatchObject({ state: 'expired', answer: null });
  });

  it.each([{}, { score: '0' }, { score: '6' }, { score: 'x' }, { score: '1.5' }])(
    'refuses %j and shows the form again',
    async (form) => {
      const { path } = await asked();
      const answer = await vote(path, form);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('<form');
    },
  );

  it('opens by its own link and by nothing else', async () => {
    const { ticketId, token } = await asked();
    const [survey] = await surveysOf(ticketId);
    const other = await asked();
    const signature = token.split('.').at(-1) ?? '';
    const forged = [
      survey?.id ?? '',
      ticketId,
      other.token.replace(/[^.]+$/, signature),
      `${token}x`,
      token.slice(0, -1),
      token.replace(workspaceId, crypto.randomUUID()),
    ];
    for (const one of forged) {
      expect((await open(`/survey/${one}`)).status).toBe(404);
      expect((await vote(`/survey/${one}`, { score: '1' })).status).toBe(404);
    }
    expect((await surveysOf(ticketId))[0]).toMatchObject({ answer: null });
  });

  it('takes forms only here: no other route reads them', async () => {
    const body = new URLSearchParams({ name: 'x' });
    const answer = await fetch(new URL('/api/widget/visitors', app.url), { method: 'POST', body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('what agents see', () => {
  it('is for agents, of their workspace', async () => {
    const { ticketId } = await endedChat();
    const stranger = createApi(app.url);
    expect((await stranger.get(`/api/tickets/${ticketId}/surveys`)).status).toBe(401);
    expect((await ana.get(`/api/tickets/${crypto.randomUUID()}/surveys`)).status).toBe(404);
    const nobody = `/api/customers/${crypto.randomUUID()}/satisfaction`;
    expect((await ana.get(nobody)).status).toBe(404);
  });

  it('credits bot, assistant and every agent, also those who no longer have it', async () => {
    await settings({ session: { enabled: true } });
    const chat = await openChat(app, workspaceId);
    const { ticketId, conversationId } = chat;
    await say(ticketId, 'messaging');
    const ben = await app.as('ben');
    const clientId = crypto.randomUUID();
    const message = { clientId, channel: 'messaging', text: 'And here' };
    await ben.post(`/api/tickets/${ticketId}/messages`, message);
    await app.database.inWorkspace(workspaceId, (scope) =>
      app.services.conversations.say(scope, conversationId, 'One more thing', {
        kind: 'assistant',
        id: null,
      }),
    );
    await ana.post(`/api/tickets/${ticketId}/session/end`);
    const { credits } = await sent(ticketId);
    expect(credits.map(({ participant, messages }) => [participant, messages])).toEqual(
      expect.arrayContaining([
        ['agent', 1],
        ['agent', 1],
      ]),
    );
    expect(credits.filter(({ participant }) => participant !== 'agent')).toHaveLength(1);
    expect(credits.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('has settings of its own for each kind, told where they are wrong', async () => {
    const wrong = await settings({ session: { expiryDays: 0 } });
    expect(wrong).toMatchObject({ status: 400 });
    expect(wrong.body.fields[0].path).toBe('surveys.session.expiryDays');
    await settings({ session: { question: 'Happy?' } });
    const { surveys } = (await devi.get('/api/settings')).body;
    expect(surveys.session).toMatchObject({ question: 'Happy?', enabled: true });
    await settings({ session: { question: 'How was this conversation?' } });
  });
});

describe('in the widget', () => {
  async function chatOf(topic: string) {
    const customer = await openCustomer(app.url, { key: (await app.demo()).widgetKey });
    await customer.send(topic);
    await customer.call('person.request', { conversationId: customer.conversationId() });
    await customer.call('session.end', { conversationId: customer.conversationId() });
    return customer;
  }
  type Asked = Awaited<ReturnType<typeof chatOf>>;
  async function surveyOf(customer: Asked) {
    const { rows } = await app.database.ownerPool.query<{ id: string }>(
      'select id from tickets where conversation_id = $1',
      [customer.conversationId()],
    );
    await sent(rows[0]?.id ?? '');
    const { conversation } = await customer.read();
    return conversation.ended?.survey;
  }

  it('is answered after the end, and changed, by the customer alone', async () => {
    const customer = await chatOf('My parcel is lost');
    const survey = await surveyOf(customer);
    expect(survey).toMatchObject({ open: true, answer: null, scale: 'stars' });
    const conversationId = customer.conversationId();
    const answer = {
      conversationId,
      surveyId: survey?.id ?? '',
      score: 5,
      comment: 'kind',
      tags: ['Quick'],
    };
    const { conversation } = await customer.call('survey.answer', answer);
    expect(conversation?.ended?.survey).toMatchObject({
      answer: { score: 5, comment: 'kind', tags: ['Quick'] },
      open: true,
    });
    await customer.call('survey.answer', answer);
    const other = await openCustomer(app.url, { key: (await app.demo()).widgetKey });
    await other.send('Hello');
    const stolen = await other.ask('survey.answer', { ...answer, score: 1 });
    expect(stolen).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    const mixed = { ...answer, conversationId: other.conversationId() };
    expect(await other.ask('survey.answer', mixed)).toMatchObject({ ok: false });
    for (const one of [customer, other]) one.close();
  });

  it('sends a copy to the address that is known, a few times at most', async () => {
    const customer = await openCustomer(app.url, { key: (await app.demo()).widgetKey });
    await customer.call('identify', { name: 'Kim', email: 'kim.copy@example.test' });
    await customer.send('My parcel is lost');
    const conversationId = customer.conversationId();
    await customer.call('person.request', { conversationId });
    const early = await customer.ask('transcript.send', { conversationId });
    expect(early).toMatchObject({ ok: false, problem: { code: 'request_invalid' } });
    await customer.call('identify', { email: 'kim.copy@example.test' });
    await customer.call('session.end', { conversationId });
    expect((await customer.read()).conversation.ended?.copyTo).toBe('kim.copy@example.test');
    for (let count = 0; count < 2; count += 1)
      expect(await customer.call('transcript.send', { conversationId })).toEqual({
        to: 'kim.copy@example.test',
      });
    expect(await customer.ask('transcript.send', { conversationId })).toMatchObject({
      ok: false,
      problem: { code: 'rate_limited' },
    });
    const other = await openCustomer(app.url, { key: (await app.demo()).widgetKey });
    await other.send('Hello');
    const stolen = await other.ask('transcript.send', { conversationId });
    expect(stolen).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    for (const one of [customer, other]) one.close();
  });
});
