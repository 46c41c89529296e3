import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDeskGateway } from '../../src/server/features/desk/index.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { createHub } from '../../src/server/platform/realtime/hub.ts';
import { createApi } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openCustomer } from '../support/customer.ts';
import { openChat } from '../support/journeys.ts';

let app: TestApp;
let workspaceId: string;
let ticketId: string;

beforeAll(async () => {
  app = await startTestApp();
  workspaceId = (await app.demo()).id;
  ({ ticketId } = await openChat(app, workspaceId));
});

afterAll(() => app.stop());

/** A request as a page of another origin makes it, with the cookie of whoever looks at that page. */
function fromPage(
  origin: string,
  order: { method: string; path: string; cookie: string; type?: string; body?: string },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      origin,
      cookie: order.cookie,
      ...(order.type !== undefined && { 'content-type': order.type }),
    };
    const url = new URL(order.path, app.url);
    const sent = httpRequest(url, { method: order.method, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end(order.body);
  });
}

function desk(cookie: string, headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(`${app.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, ...headers },
  });
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}

describe('a page of another origin', () => {
  it.each(['http://evil.test', 'http://127.0.0.1:9', 'null'])(
    'changes nothing with the cookie of an agent: %s',
    async (origin) => {
      const cookie = (await app.as('clara')).cookie();
      const form =
        '--b\r\ncontent-disposition: form-data; name="file"; filename="x.txt"\r\n\r\nx\r\n--b--\r\n';
      for (const order of [
        { method: 'POST', path: `/api/offers/${ticketId}/accept` },
        { method: 'POST', path: `/api/mail/quarantine/${ticketId}/retry` },
        {
          method: 'PUT',
          path: '/api/me/status',
          type: 'application/json',
          body: '{"status":"away"}',
        },
        {
          method: 'POST',
          path: '/api/attachments',
          type: 'multipart/form-data; boundary=b',
          body: form,
        },
      ]) {
        const { status, body } = await fromPage(origin, { cookie, ...order });
        expect(status, `${order.path}`).toBe(403);
        expect(body, `${order.path}`).toContain('permission_denied');
      }
    },
  );

  it('opens no socket', async () => {
    const cookie = (await app.as('ana')).cookie();
    await expect(desk(cookie, { origin: 'http://evil.test' })).rejects.toThrow('sign_in_required');
    const own = await desk(cookie, { origin: app.url });
    expect(own.connected).toBe(true);
    own.close();
  });
});

describe('text that cannot be stored', () => {
  it.each(['a\u0000b', 'a\ud800b'])('%j is cleaned instead of failing', async (text) => {
    const [ana, devi] = [await app.as('ana'), await app.as('devi')];
    const note = { clientId: crypto.randomUUID(), channel: 'note', text };
    const written = await ana.post(`/api/tickets/${ticketId}/messages`, note);
    expect(written.status).toBe(200);
    expect(written.body.text).toBe(text.replace('\u0000', '').toWellFormed());
    const search = await ana.get(`/api/tickets?search=${encodeURIComponent(text.toWellFormed())}`);
    expect(search.status).toBe(200);
    for (const answer of [
      await devi.patch('/api/settings', { greeting: text }),
      await devi.post('/api/tags', { name: `tag ${text}` }),
      await ana.put(`/api/tickets/${ticketId}/draft`, {
        channel: 'note',
        text,
        html: null,
        attachmentIds: [],
      }),
    ]) {
      expect(answer.status, `${JSON.stringify(answer.body)}`).toBe(200);
    }
  });
});

describe('the sign-in library', () => {
  it.each([
    ['GET', '/get-session'],
    ['GET', '/list-sessions'],
    ['GET', '/error'],
    ['POST', '/update-user'],
    ['POST', '/delete-user'],
    ['POST', '/change-email'],
    ['POST', '/request-password-reset'],
    ['POST', '/sign-in/social'],
  ])('does not answer to %s %s', async (method, path) => {
    const ana = await app.as('ana');
    const answer = await ana.request(method, `/api/auth${path}`, method === 'GET' ? undefined : {});
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each(['a b', '%', '[', 'x@y'])('is not confused by the host %j', async (host) => {
    const { port } = new URL(app.url);
    const line = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          `POST /api/auth/sign-out HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        ),
      );
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
      socket.on('error', reject);
    });
    expect(line).toMatch(/^HTTP\/1\.1 [24]/);
  });
});

describe('an open desk', () => {
  it('is closed once its session or membership is gone', async () => {
    const hub = createHub({ sharedThrough: null });
    const caller = {
      userId: 'u',
      memberId: crypto.randomUUID(),
      workspaceId,
      role: 'agent' as const,
      name: 'Ana',
    };
    let signedIn = true;
    let failing = false;
    let asked = 0;
    openDeskGateway({
      desk: hub.desk,
      log: createLog('silent'),
      publicUrl: app.url,
      recheckMs: 20,
      async findCaller() {
        asked += 1;
        if (failing) throw new Error('the database does not answer');
        return signedIn ? caller : null;
      },
      beat: async () => undefined,
      leave: async () => undefined,
      conversationOf: async () => crypto.randomUUID(),
      see: async () => undefined,
      tellCustomer: () => undefined,
    });
    const server = createServer();
    hub.attach(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const socket = io(`http://127.0.0.1:${port}/desk`, {
      transports: ['websocket'],
      reconnection: false,
    });
    await new Promise<void>((resolve) => socket.on('connect', resolve));
    failing = true;
    const before = asked;
    await expect.poll(() => asked).toBeGreaterThan(before + 2);
    expect(socket.connected).toBe(true);
    [failing, signedIn] = [false, false];
    await expect.poll(() => socket.connected).toBe(false);
    await hub.close();
  });
});

describe('a visitor', () => {
  it('gets no more messages through with more sockets', async () => {
    const { widgetKey: key } = await app.demo();
    const first = await openCustomer(app.url, { key });
    const tabs = [first];
    for (let more = 0; more < 3; more += 1)
      tabs.push(await openCustomer(app.url, { token: first.token }));
    const startedAt = Date.now();
    const asks = tabs.flatMap((tab) =>
      Array.from({ length: 15 }, (_, place) =>
        tab.ask('message.send', {
          conversationId: null,
          clientId: crypto.randomUUID(),
          text: `flood ${place}`,
          attachmentIds: [],
          answer: null,
        }),
      ),
    );
    const answers = await Promise.all(asks);
    tabs.forEach((tab) => tab.close());
    const through = answers.filter((answer) => answer.ok).length;
    expect(through).toBeGreaterThanOrEqual(20);
    // Two more every second, however long this machine took.
    const refilled = Math.ceil((Date.now() - startedAt) / 500);
    expect(through).toBeLessThanOrEqual(20 + refilled + 1);
  });
});

describe('another workspace', () => {
  it('is out of reach by every id in a path, in the header and over the socket', async () => {
    await createApi(app.url).post('/api/workspaces', {
      workspaceName: 'Rivals',
      adminName: 'Rita',
      adminEmail: 'rita@rivals.test',
      password: 'a-long-password',
      supportAddress: 'help@rivals.test',
    });
    const rita = createApi(app.url);
    await rita.signIn('rita@rivals.test', 'a-long-password');
    const [customer] = (
      await app.database.ownerPool.query(
        'select id from customers where workspace_id = $1 limit 1',
        [workspaceId],
      )
    ).rows;
    const { body: ours } = await (await app.as('ana')).get('/api/me');
    const file = await app.services.attachments.upload(workspaceId, {
      name: 'x.txt',
      declaredType: 'text/plain',
      content: Buffer.from('secret'),
      uploader: `member:${ours.memberId}`,
    });
    const note = { clientId: crypto.randomUUID(), channel: 'note', text: 'x' };
    for (const [method, path, body] of [
      ['GET', `/api/tickets/${ticketId}`],
      ['PATCH', `/api/tickets/${ticketId}`, { version: 1, status: 'solved' }],
      ['POST', `/api/tickets/${ticketId}/take`, { override: true, why: 'x' }],
      ['GET', `/api/tickets/${ticketId}/timeline`],
      ['POST', `/api/tickets/${ticketId}/messages`, note],
      ['GET', `/api/tickets/${ticketId}/draft`],
      ['GET', `/api/tickets/${ticketId}/session/end`],
      ['POST', `/api/tickets/${ticketId}/session/end`, {}],
      ['GET', `/api/tickets/${ticketId}/brief`],
      ['GET', `/api/tickets/${ticketId}/decisions`],
      ['GET', `/api/customers/${customer.id}`],
      ['PUT', `/api/agents/${ours.memberId}/status`, { status: 'offline' }],
    ] as const) {
      const answer = await rita.request(method, path, body);
      expect(answer.status, `${path}`).toBe(404);
    }
    expect((await rita.get('/api/tickets')).body.items).toEqual([]);
    const theirs = (await rita.get('/api/me')).body.workspace.id as string;
    const headers = { cookie: rita.cookie(), 'segue-workspace': workspaceId };
    const me = await (await fetch(`${app.url}/api/me`, { headers })).json();
    expect(me).toMatchObject({ workspace: { id: theirs } });
    const moved = file.url.replace(workspaceId, theirs);
    expect((await rita.get(moved)).status).toBe(404);
    const socket = await desk(rita.cookie());
    const watched = await socket.timeout(40_000).emitWithAck('ticket.watch', { ticketId });
    expect(watched).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    socket.close();
  });
});

// Last, as nobody signs in from here for a minute afterwards.
describe('the limit of sign-ins', () => {
  it('counts attempts by the connection, whatever address the client claims', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 36; attempt += 1) {
      const answer = await fetch(`${app.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: app.url,
          'x-forwarded-for': `10.0.${attempt}.1`,
          'x-real-ip': `10.1.${attempt}.1`,
        },
        body: JSON.stringify({ email: 'nobody@lowtide.test', password: 'wrong-password' }),
      });
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
