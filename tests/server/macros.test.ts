import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Macro } from '../../src/contracts/macros.ts';
import { renderMacro } from '../../src/server/features/macros/index.ts';
import type { TimelineEntry } from '../../src/contracts/conversations.ts';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail, putAtDesk } from '../support/journeys.ts';

let app: TestApp;
let workspaceId: string;
let ana: Api;
let anaId: string;
let clara: Api;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  workspaceId = (await app.demo()).id;
  ana = await app.as('ana');
  clara = await app.as('clara');
  anaId = (await ana.get('/api/me')).body.memberId;
  await putAtDesk(app, workspaceId, anaId);
});

afterAll(() => app.stop());

const plain = { name: 'Plain', shared: true, chatText: 'Hello' };
const list = async (api: Api): Promise<Macro[]> => (await api.get('/api/macros')).body.macros;
const ticket = async (id: string) => (await ana.get(`/api/tickets/${id}`)).body;
const entries = async (id: string): Promise<TimelineEntry[]> =>
  (await ana.get(`/api/tickets/${id}/timeline`)).body.entries;
const said = async (id: string) =>
  (await entries(id)).map((entry) =>
    entry.kind === 'event' ? entry.event.type : entry.message.text,
  );
const render = (ticketId: string, macroId: string) =>
  ana.post(`/api/tickets/${ticketId}/macros/${macroId}/use`);
const say = (ticketId: string, more: object) =>
  ana.post(`/api/tickets/${ticketId}/messages`, {
    clientId: crypto.randomUUID(),
    channel: 'messaging',
    text: 'Goodbye',
    ...more,
  });

describe('who may do what', () => {
  it('is asked of everybody', async () => {
    const stranger = createApi(app.url);
    expect((await stranger.get('/api/macros')).status).toBe(401);
    expect((await stranger.post('/api/macros', plain)).status).toBe(401);
  });

  it('lets agents write their own and supervisors the shared ones', async () => {
    expect(await ana.post('/api/macros', plain)).toMatchObject({
      status: 403,
      body: { code: 'permission_denied' },
    });
    const shared = (await clara.post('/api/macros', { ...plain, name: 'Shared' })).body;
    const own = (await ana.post('/api/macros', { ...plain, name: 'Own', shared: false })).body;
    expect(shared).toMatchObject({ shared: true, mayEdit: true });
    expect((await list(ana)).find(({ id }) => id === shared.id)).toMatchObject({ mayEdit: false });
    for (const answer of [
      await ana.put(`/api/macros/${shared.id}`, { ...plain, shared: false }),
      await ana.put(`/api/macros/${own.id}`, plain),
      await ana.delete(`/api/macros/${shared.id}`),
    ])
      expect(answer.status).toBe(403);
    expect((await list(clara)).some(({ id }) => id === own.id)).toBe(false);
    for (const answer of [
      await clara.put(`/api/macros/${own.id}`, plain),
      await clara.delete(`/api/macros/${own.id}`),
    ])
      expect(answer.status).toBe(404);
    expect((await ana.delete(`/api/macros/${own.id}`)).status).toBe(200);
    expect((await list(ana)).some(({ id }) => id === own.id)).toBe(false);
  });
});

describe('what is refused when saving', () => {
  it.each<[string, object, string]>([
    ['nothing to say or do', { chatText: '' }, 'chatText'],
    ['no name', { name: ' ' }, 'name'],
    ['a variable that is none', { chatText: 'Hi {{customer.nme}}' }, 'chatText'],
    ['one in the mail', { mailHtml: '<p>{{nothing}}</p>' }, 'mailHtml'],
    ['one in a note', { actions: [{ kind: 'note', text: '{{x}}' }] }, 'actions.0.text'],
    [
      'a group of nobody',
      { actions: [{ kind: 'group', groupId: crypto.randomUUID() }] },
      'actions.0.groupId',
    ],
    [
      'a stranger',
      { actions: [{ kind: 'assign_agent', agentId: crypto.randomUUID() }] },
      'actions.0.agentId',
    ],
    [
      'two statuses',
      {
        actions: [
          { kind: 'status', status: 'open' },
          { kind: 'status', status: 'solved' },
        ],
      },
      'actions',
    ],
  ])('%s', async (_name, more, path) => {
    const answer = await clara.post('/api/macros', { ...plain, ...more });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(path);
  });

  it('a name that is on the same list already', async () => {
    await clara.post('/api/macros', { ...plain, name: 'Twice' });
    expect(await clara.post('/api/macros', { ...plain, name: 'TWICE' })).toMatchObject({
      status: 409,
      body: { code: 'name_taken', fields: [{ path: 'name' }] },
    });
    const own = { ...plain, name: 'twice', shared: false };
    expect((await clara.post('/api/macros', own)).status).toBe(200);
  });

  it('nothing that runs: the mail text is cleaned', async () => {
    const mailHtml = '<p onclick="x()">Hi<script>alert(1)</script></p>';
    const saved = await clara.post('/api/macros', { ...plain, name: 'Hostile', mailHtml });
    expect(saved.body.mailHtml).toBe('<p>Hi</p>');
  });
});

describe('a macro in a ticket', () => {
  it('says the final words, whatever the customer is called, and is counted', async () => {
    const { ticketId } = await openChat(app, workspaceId, {
      name: '<img src=x onerror=alert(1)> {{agent.name}}',
    });
    const macro = (
      await clara.post('/api/macros', {
        ...plain,
        name: 'Greets',
        chatText: 'Hi {{customer.name}}, {{agent.first_name}} here. {{ticket.group}}',
        mailHtml: '<p>Hi {{customer.name}}</p>',
        actions: [{ kind: 'note', text: 'Greeted {{customer.name}}' }],
      })
    ).body;
    const { body } = await render(ticketId, macro.id);
    expect(body.text).toBe('Hi <img src=x onerror=alert(1)> {{agent.name}}, Ana here. our team');
    expect(body.html).toBe('<p>Hi &lt;img src=x onerror=alert(1)&gt; {{agent.name}}</p>');
    expect(body.actions).toEqual([
      { kind: 'note', text: 'Greeted <img src=x onerror=alert(1)> {{agent.name}}' },
    ]);
    await render(ticketId, macro.id);
    const [first] = await list(ana);
    expect(first).toMatchObject({ id: macro.id, uses: 2, lastUsedAt: expect.any(String) });
    const seenByClara = (await list(clara)).find(({ id }) => id === macro.id);
    expect(seenByClara).toMatchObject({ uses: 2, lastUsedAt: null });
    expect((await render(crypto.randomUUID(), macro.id)).status).toBe(404);
    expect((await render(ticketId, crypto.randomUUID())).status).toBe(404);
  });

  it('gives the other channel the same words', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const of = async (more: object) => {
      const name = crypto.randomUUID();
      const macro = (await clara.post('/api/macros', { ...plain, name, chatText: '', ...more }))
        .body;
      return (await render(ticketId, macro.id)).body;
    };
    expect((await of({ chatText: 'A < B\n\nC' })).html).toBe('<p>A &lt; B</p><p>C</p>');
    expect((await of({ mailHtml: '<p>A</p><p>B</p>' })).text).toBe('A\n\nB');
  });
});

describe('acts', () => {
  it('are done with the message, in one transaction, each with its line', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    const [group] = (await ana.get('/api/groups')).body.groups;
    const macro = (await list(ana)).find(({ name }) => name === 'I am ending this chat');
    const sent = await say(ticketId, {
      macroIds: [macro?.id],
      acts: [
        { kind: 'priority', priority: 'high' },
        { kind: 'add_tags', tags: ['refund'] },
        { kind: 'group', groupId: group.id },
        { kind: 'status', status: 'pending' },
        { kind: 'note', text: 'Calm customer' },
        { kind: 'end_session' },
      ],
    });
    expect(sent.status).toBe(200);
    expect(await ticket(ticketId)).toMatchObject({
      status: 'pending',
      priority: 'high',
      tags: ['refund'],
      group: { id: group.id },
      session: { state: 'ended', endedReason: 'agent' },
    });
    const lines = await said(ticketId);
    expect(lines).toContain('macro.used');
    expect(lines.indexOf('Goodbye')).toBeLessThan(lines.indexOf('session.ended'));
    expect(lines).toContain('Calm customer');
  });

  it('are done once when the message is sent twice', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    const clientId = crypto.randomUUID();
    const acts = [{ kind: 'note', text: 'Once' }];
    await say(ticketId, { clientId, acts });
    await say(ticketId, { clientId, acts });
    expect((await said(ticketId)).filter((line) => line === 'Once')).toHaveLength(1);
  });

  it('that cannot be done send nothing', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    await app.database.inWorkspace(workspaceId, (scope) =>
      scope.db
        .updateTable('workspaces')
        .set({ settings: JSON.stringify({ sessions: { agentMayEnd: false } }) })
        .where('id', '=', workspaceId)
        .execute(),
    );
    const acts = [{ kind: 'priority', priority: 'urgent' }, { kind: 'end_session' }];
    expect((await say(ticketId, { acts })).body.code).toBe('session_end_not_allowed');
    expect(await ticket(ticketId)).toMatchObject({ priority: 'normal', status: 'new' });
    expect(await said(ticketId)).not.toContain('Goodbye');
    await app.database.inWorkspace(workspaceId, (scope) =>
      scope.db
        .updateTable('workspaces')
        .set({ settings: '{}' })
        .where('id', '=', workspaceId)
        .execute(),
    );
  });

  it('leave the last word on the status to the button', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    await say(ticketId, { status: 'on_hold', acts: [{ kind: 'status', status: 'solved' }] });
    expect((await ticket(ticketId)).status).toBe('on_hold');
  });

  it('can be done without a message', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const apply = (actions: object[]) => ana.post(`/api/tickets/${ticketId}/acts`, { actions });
    expect((await apply([])).status).toBe(400);
    const taken = await apply([{ kind: 'assign', to: 'self' }, { kind: 'end_session' }]);
    expect(taken.status).toBe(200);
    expect(await ticket(ticketId)).toMatchObject({ status: 'open', assignee: { id: anaId } });
    await apply([{ kind: 'assign', to: 'nobody' }]);
    expect(await ticket(ticketId)).toMatchObject({ assignee: null });
    const benId = (await (await app.as('ben')).get('/api/me')).body.memberId;
    await putAtDesk(app, workspaceId, benId);
    await apply([{ kind: 'assign_agent', agentId: benId }]);
    expect(await ticket(ticketId)).toMatchObject({ assignee: { id: benId } });
    const path = `/api/tickets/${crypto.randomUUID()}/acts`;
    const actions = [{ kind: 'end_session' }];
    expect((await ana.post(path, { actions })).status).toBe(404);
  });
});

describe('macros for rules', () => {
  it('are the shared ones, in the words of whoever has the ticket', async () => {
    const { ticketId } = await openMail(app, workspaceId);
    const own = (await ana.post('/api/macros', { ...plain, name: 'Mine', shared: false })).body;
    const shared = (
      await clara.post('/api/macros', { ...plain, name: 'Rule', chatText: '{{agent.name}} writes' })
    ).body;
    const ruled = (id: string) =>
      app.database.inWorkspace(workspaceId, (scope) => renderMacro(scope, id, ticketId));
    expect(await ruled(own.id)).toBeNull();
    expect(await ruled(shared.id)).toMatchObject({ text: 'our team writes' });
  });
});
