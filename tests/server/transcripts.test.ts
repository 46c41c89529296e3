import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/contracts/conversations.ts';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat, openMail } from '../support/journeys.ts';

let app: TestApp;
let workspaceId: string;
let ana: Api;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set(['http']) } });
  workspaceId = (await app.demo()).id;
  ana = await app.as('ana');
});

afterAll(() => app.stop());

const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'\u202e';
const transcript = (id: string, query = '') => ana.get(`/api/tickets/${id}/transcript${query}`);
const mailIt = (id: string) => ana.post(`/api/tickets/${id}/transcript/mail`);
const note = (id: string, text: string) =>
  ana.post(`/api/tickets/${id}/messages`, { clientId: crypto.randomUUID(), channel: 'note', text });
const mailsOf = (ticketId: string) =>
  app.database.inWorkspace(workspaceId, (scope) =>
    scope.db
      .selectFrom('outbound_mails')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('ticket_id', '=', ticketId)
      .execute(),
  );

describe('a transcript', () => {
  it('is for those who may read the ticket', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    const stranger = createApi(app.url);
    expect((await stranger.get(`/api/tickets/${ticketId}/transcript`)).status).toBe(401);
    expect((await stranger.post(`/api/tickets/${ticketId}/transcript/mail`)).status).toBe(401);
    expect((await transcript(crypto.randomUUID())).status).toBe(404);
    expect((await mailIt(crypto.randomUUID())).status).toBe(404);
    expect((await transcript(ticketId, '?format=pdf')).status).toBe(400);
  });

  it('is a page of its own that runs nothing, whatever was written', async () => {
    const { ticketId } = await openChat(app, workspaceId, { name: hostile, topic: hostile });
    const { body, headers } = await transcript(ticketId);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="conversation-\d+\.html"$/,
    );
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(body).not.toMatch(/<script|<img|\u202e/);
    const text = await transcript(ticketId, '?format=text');
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.body).toContain(hostile.replace('\u202e', ''));
  });

  it('has notes only where they are asked for', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    await note(ticketId, 'Third time this week');
    expect((await transcript(ticketId)).body).not.toContain('Third time');
    expect((await transcript(ticketId, '?notes=true')).body).toContain('Third time');
    expect((await transcript(ticketId, '?notes=true&format=text')).body).toContain('internal note');
  });
});

describe('a copy by mail', () => {
  it('goes to the customer without notes, marked as automatic, with a line in the history', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'copy@example.test');
    await note(ticketId, 'Third time this week');
    expect(await mailIt(ticketId)).toMatchObject({
      status: 200,
      body: { to: 'copy@example.test' },
    });
    const [mail] = await mailsOf(ticketId);
    expect(mail).toMatchObject({ mail_to: 'copy@example.test', message_id: null });
    expect(mail?.headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' });
    expect(mail?.text_body).toContain('Where is my invoice');
    expect(mail?.html_body).toContain('Where is my invoice');
    expect(`${mail?.text_body}${mail?.html_body}`).not.toContain('Third time');
    const { entries } = (await ana.get(`/api/tickets/${ticketId}/timeline`)).body as {
      entries: TimelineEntry[];
    };
    const lines = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
    expect(lines.at(-1)).toMatchObject({
      actor: { kind: 'agent' },
      sentence: 'sent a copy of the conversation to copy@example.test',
    });
    expect(lines.find(({ type }) => type === 'work.queued')).toMatchObject({
      actor: { kind: 'system', name: 'Segue' },
      data: { because: 'Kim Lee' },
    });
  });

  it('needs an address', async () => {
    const { ticketId } = await openChat(app, workspaceId);
    expect((await mailIt(ticketId)).body.code).toBe('customer_unreachable');
  });

  it('does not go to an address that has had too many automatic mails', async () => {
    const { ticketId } = await openMail(app, workspaceId, 'flooded@example.test');
    expect((await mailIt(ticketId)).status).toBe(200);
    await app.database.ownerPool.query(
      `insert into outbound_mails (workspace_id, id, ticket_id, mail_from, mail_to, subject, text_body, headers,
         mail_message_id, state, created_at)
       select workspace_id, gen_random_uuid(), ticket_id, mail_from, mail_to, subject, text_body, headers,
         gen_random_uuid()::text, state, now() from outbound_mails, generate_series(1, 20)
       where ticket_id = $1`,
      [ticketId],
    );
    expect((await mailIt(ticketId)).body.code).toBe('rate_limited');
    expect(await mailsOf(ticketId)).toHaveLength(21);
  });

  it('has no header made of what people wrote', async () => {
    const { ticketId } = await openChat(app, workspaceId, {
      email: 'header@example.test',
      topic: 'Hi\r\nBcc: all@example.test',
    });
    await mailIt(ticketId);
    const [mail] = await mailsOf(ticketId);
    expect(mail?.subject).not.toMatch(/[\r\n]/);
  });
});
