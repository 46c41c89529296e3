import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail } from '../support/journeys.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  workspaceId = (await app.demo()).id;
});

afterAll(() => app.stop());

interface Operation {
  readonly method: string;
  readonly path: string;
}

/** Every operation the program describes of itself. */
async function listOperations(): Promise<Operation[]> {
  const { paths } = (await createApi(app.url).get('/openapi.json')).body as {
    paths: Record<string, object>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

const publicPaths = [
  /^\/api\/welcome$/,
  /^\/api\/workspaces$/,
  /^\/api\/invitations\//,
  /^\/api\/widget\//,
];
const filled = (path: string, id: string) => path.replace(/\{[^}]+\}/g, id);

describe('every route', () => {
  it('asks for a sign-in, unless it is meant for everybody', async () => {
    const operations = await listOperations();
    expect(operations.length).toBeGreaterThan(35);
    const anybody = createApi(app.url);
    for (const { method, path } of operations) {
      if (publicPaths.some((pattern) => pattern.test(path))) continue;
      const answer = await anybody.request(
        method,
        filled(path, crypto.randomUUID()),
        method === 'GET' ? undefined : {},
      );
      expect(answer.status, `${method} ${path}`).toBe(401);
      expect(answer.body.code, `${method} ${path}`).toBe('sign_in_required');
    }
  });

  it.each([
    ['GET', '/api/settings'],
    ['PATCH', '/api/settings'],
    ['GET', '/api/settings/widget'],
    ['POST', '/api/members'],
    ['POST', '/api/tags'],
    ['GET', '/api/mail/outbox'],
    ['GET', '/api/mail/quarantine'],
  ])('%s %s is not for agents', async (method, path) => {
    const ana = await app.as('ana');
    const answer = await ana.request(method, path, method === 'GET' ? undefined : {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'permission_denied' } });
  });

  it('lets nobody but supervisors set the status of others or go beyond capacity', async () => {
    const ana = await app.as('ana');
    const { body: me } = await ana.get('/api/me');
    const { ticketId } = await openChat(app, workspaceId);
    expect((await ana.put(`/api/agents/${me.memberId}/status`, { status: 'online' })).status).toBe(
      403,
    );
    const unsaid = { agentId: me.memberId, override: true };
    const clara = await app.as('clara');
    expect(await clara.post(`/api/tickets/${ticketId}/assign`, unsaid)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'why', message: expect.stringMatching(/say why/) }] },
    });
    const override = { agentId: me.memberId, override: true, why: 'I want it' };
    expect((await ana.post(`/api/tickets/${ticketId}/assign`, override)).status).toBe(403);
  });

  it('names every wrong field and the cure', async () => {
    const ana = await app.as('ana');
    const { ticketId } = await openChat(app, workspaceId);
    const answer = await ana.post(`/api/tickets/${ticketId}/messages`, {
      clientId: 'x',
      channel: 'fax',
      text: 1,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid', retry: false } });
    expect(answer.body.fields.map((field: { path: string }) => field.path).sort()).toEqual([
      'channel',
      'clientId',
      'text',
    ]);
    expect(answer.headers.get('content-type')).toMatch(/problem\+json/);
  });

  it('says of an address that is none that nothing is there', async () => {
    const ana = await app.as('ana');
    for (const path of ['/api/tickets/abc', '/api/knowledge/articles/1%002'])
      expect(await ana.get(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await ana.patch('/api/tickets/abc', { version: 1 })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'id' }] },
    });
  });
});

describe('another workspace', () => {
  let stranger: Api;

  beforeAll(async () => {
    const answers = {
      workspaceName: 'Elsewhere',
      supportAddress: 'help@elsewhere.test',
      adminName: 'Eve',
      adminEmail: 'eve@elsewhere.test',
      password: 'a long enough password',
    };
    await createApi(app.url).post('/api/workspaces', answers);
    stranger = createApi(app.url);
    await stranger.signIn(answers.adminEmail, answers.password);
  });

  it('sees nothing of this one, by any id', async () => {
    const { ticketId, customerId } = await openChat(app, workspaceId);
    const ana = await app.as('ana');
    const { memberId } = (await ana.get('/api/me')).body;
    const tag = (await (await app.as('clara')).post('/api/tags', { name: 'mine' })).body;
    const ids = [ticketId, customerId, memberId, tag.id];
    for (const { method, path } of await listOperations()) {
      // Programs have keys instead of people: see what they reach in api-tickets.test.ts.
      if (!path.includes('{id}') || path.startsWith('/api/v1/')) continue;
      for (const id of ids) {
        const answer = await stranger.request(
          method,
          filled(path, id),
          method === 'GET' ? undefined : {},
        );
        expect([400, 404, 409], `${method} ${path} answered ${answer.status}`).toContain(
          answer.status,
        );
        expect(JSON.stringify(answer.body), `${method} ${path}`).not.toMatch(
          /Kim Lee|lowtide|parcel/,
        );
      }
    }
    expect((await stranger.get('/api/tickets')).body.items).toEqual([]);
    expect((await stranger.get('/api/agents')).body.agents).toHaveLength(1);
    expect(
      (await stranger.get(`/api/tickets?customerId=${customerId}&search=parcel`)).body.items,
    ).toEqual([]);
  });

  it('cannot choose this one by header', async () => {
    const answer = await fetch(new URL('/api/me', app.url), {
      headers: { cookie: stranger.cookie(), 'segue-workspace': workspaceId },
    });
    expect(((await answer.json()) as { workspace: { name: string } }).workspace.name).toBe(
      'Elsewhere',
    );
  });

  it('cannot take its mail address or account', async () => {
    const answers = {
      workspaceName: 'Thief',
      supportAddress: 'support@lowtide.test',
      adminName: 'Mallory',
      adminEmail: 'mallory@elsewhere.test',
      password: 'a long enough password',
    };
    const address = await createApi(app.url).post('/api/workspaces', answers);
    expect(address.body).toMatchObject({
      code: 'name_taken',
      fields: [{ path: 'supportAddress' }],
    });
    const account = await createApi(app.url).post('/api/workspaces', {
      ...answers,
      supportAddress: 'help@thief.test',
      adminEmail: 'ana@lowtide.test',
    });
    expect(account.body).toMatchObject({ code: 'name_taken', fields: [{ path: 'adminEmail' }] });
  });
});

describe('signing in', () => {
  it('refuses a wrong password the same way as an unknown address', async () => {
    const wrong = await createApi(app.url).post('/api/auth/sign-in/email', {
      email: 'ana@lowtide.test',
      password: 'not the password',
    });
    const unknown = await createApi(app.url).post('/api/auth/sign-in/email', {
      email: 'nobody@lowtide.test',
      password: 'not the password',
    });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('lets nobody sign up by themselves', async () => {
    const answer = await createApi(app.url).post('/api/auth/sign-up/email', {
      email: 'me@lowtide.test',
      password: 'a long enough password',
      name: 'Me',
    });
    expect(answer.status).toBe(404);
  });

  it('brings a colleague in by a link that works once', async () => {
    const devi = await app.as('devi');
    const added = await devi.post('/api/members', {
      name: 'Finn',
      email: 'finn@lowtide.test',
      role: 'agent',
    });
    const path = `/api/invitations/${added.body.invitationUrl.split('/').at(-1)}`;
    const anybody = createApi(app.url);
    expect((await anybody.get(path)).body).toEqual({
      name: 'Finn',
      email: 'finn@lowtide.test',
      workspaceName: 'Lowtide Coffee',
    });
    expect((await anybody.post(path, { password: 'short' })).status).toBe(400);
    expect((await anybody.post(path, { password: 'a password of Finn' })).body).toEqual({
      done: true,
    });
    expect((await anybody.post(path, { password: 'another password' })).status).toBe(404);
    expect((await anybody.get(path)).status).toBe(404);
    expect((await anybody.get(`${path}x`)).status).toBe(404);
    const finn = createApi(app.url);
    await finn.signIn('finn@lowtide.test', 'a password of Finn');
    expect((await finn.get('/api/me')).body).toMatchObject({ name: 'Finn', role: 'agent' });
  });
});

describe('a file', () => {
  it('is served only under its token, and never runs', async () => {
    const ana = await app.as('ana');
    const { ticketId } = await openMail(app, workspaceId);
    const form = new FormData();
    form.append(
      'file',
      new Blob(['<script>alert(1)</script>'], { type: 'text/html' }),
      '../evil.html',
    );
    const uploaded = await fetch(new URL('/api/attachments', app.url), {
      method: 'POST',
      headers: { cookie: ana.cookie(), origin: app.url },
      body: form,
    });
    const file = (await uploaded.json()) as {
      id: string;
      url: string;
      name: string;
      type: string;
      inline: boolean;
    };
    expect(file).toMatchObject({
      name: 'evil.html',
      type: 'application/octet-stream',
      inline: false,
    });
    await ana.post(`/api/tickets/${ticketId}/messages`, {
      clientId: crypto.randomUUID(),
      channel: 'note',
      text: '',
      attachmentIds: [file.id],
    });
    const served = await fetch(new URL(file.url, app.url));
    expect(served.status).toBe(200);
    expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(served.headers.get('content-security-policy')).toMatch(/sandbox/);
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    const guessed = file.url.replace(/\/[^/]+\/evil\.html$/, `/${'A'.repeat(32)}/evil.html`);
    expect((await fetch(new URL(guessed, app.url))).status).toBe(404);
  });

  it('of somebody else cannot be sent along', async () => {
    const [ana, ben] = [await app.as('ana'), await app.as('ben')];
    const form = new FormData();
    form.append('file', new Blob(['hello'], { type: 'text/plain' }), 'note.txt');
    const uploaded = await fetch(new URL('/api/attachments', app.url), {
      method: 'POST',
      headers: { cookie: ana.cookie(), origin: app.url },
      body: form,
    });
    const file = (await uploaded.json()) as { id: string };
    const { ticketId } = await openMail(app, workspaceId);
    const answer = await ben.post(`/api/tickets/${ticketId}/messages`, {
      clientId: crypto.randomUUID(),
      channel: 'note',
      text: 'look',
      attachmentIds: [file.id],
    });
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'attachmentIds' }] } });
  });
});

describe('guessing passwords', () => {
  it('is limited in number', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 35; tries += 1) {
      const answer = await createApi(app.url).post('/api/auth/sign-in/email', {
        email: 'clara@lowtide.test',
        password: `guess number ${tries}`,
      });
      statuses.push(answer.status);
    }
    expect(statuses).toContain(429);
  });
});

describe('the wizard', () => {
  it('closes once the installation has a workspace of its own', async () => {
    const closed = await startTestApp({
      seed: 'none',
      config: { openWorkspaces: false, roles: new Set(['http']) },
    });
    const anybody = createApi(closed.url);
    const answers = (name: string) => ({
      workspaceName: name,
      supportAddress: `help@${name}.test`,
      adminName: 'Ada',
      adminEmail: `ada@${name}.test`,
      password: 'a long enough password',
    });
    const welcome = async () => (await anybody.get('/api/welcome')).body;
    expect(await welcome()).toMatchObject({ mayCreateWorkspace: true });
    expect((await anybody.post('/api/workspaces', answers('first'))).body).toEqual({ done: true });
    expect(await welcome()).toMatchObject({ mayCreateWorkspace: false, empty: false });
    expect((await anybody.post('/api/workspaces', answers('second'))).body.code).toBe(
      'permission_denied',
    );
    await closed.stop();
  });
});
