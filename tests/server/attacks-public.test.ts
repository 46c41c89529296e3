import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let devi: Api;
let eve: Api;
let ours: string;
let theirs: string;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
  await createApi(app.url).post('/api/workspaces', {
    workspaceName: 'Elsewhere',
    supportAddress: 'help@elsewhere.test',
    adminName: 'Eve',
    adminEmail: 'eve@elsewhere.test',
    password: 'a long enough password',
  });
  eve = createApi(app.url);
  await eve.signIn('eve@elsewhere.test', 'a long enough password');
  ours = `/help/${(await devi.get('/api/me')).body.workspace.slug}`;
  theirs = `/help/${(await eve.get('/api/me')).body.workspace.slug}`;
});

afterAll(() => app.stop());

async function page(path: string, init: { fields?: Record<string, string>; cookie?: string } = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(init.fields ?? {})) body.append(name, value);
  const response = await fetch(new URL(path, app.url), {
    redirect: 'manual',
    headers: { origin: app.url, cookie: init.cookie ?? '' },
    ...(init.fields && { method: 'POST', body }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { status: response.status, text: await response.text(), cookie };
}

const evil = '<img src=x onerror=alert(1)>';
const ask = (subject: string, more: Record<string, string> = {}) =>
  page(`${ours}/ask`, {
    fields: { name: 'Kim', email: 'kim@example.test', subject, text: 'Where is it?', ...more },
  });
const ticketOf = async (search: string) => {
  const { items } = (await devi.get(`/api/tickets?search=${encodeURIComponent(search)}`)).body;
  return items[0] as { id: string; subject: string };
};
const signInToken = async (email: string) => {
  await page(`${ours}/sign-in`, { fields: { email } });
  return until('the link', async () => {
    const { rows } = await app.database.ownerPool.query<{ text_body: string }>(
      'select text_body from outbound_mails where mail_to = $1 order by id desc limit 1',
      [email],
    );
    return /\/sign-in\/(\S+)/.exec(rows[0]?.text_body ?? '')?.[1];
  });
};

it('a link and a cookie of one portal open nothing on the portal of another workspace', async () => {
  await ask('Parcel of Kim');
  const token = await signInToken('kim@example.test');
  expect((await page(`${theirs}/sign-in/${token}`, { fields: {} })).status).toBe(400);
  const { cookie, status } = await page(`${ours}/sign-in/${token}`, { fields: {} });
  expect(status).toBe(303);
  expect((await page(`${ours}/conversations`, { cookie })).text).toContain('Parcel of Kim');
  expect((await page(`${theirs}/conversations`, { cookie })).status).toBe(303);
  const { id } = await ticketOf('Parcel of Kim');
  expect((await page(`${theirs}/conversations/${id}`, { cookie })).status).toBe(303);
  // A link is no cookie, and a cookie is no link.
  expect((await page(`${ours}/conversations`, { cookie: `segue_portal=${token}` })).status).toBe(
    303,
  );
  const session = cookie.split('=')[1] ?? '';
  expect((await page(`${ours}/sign-in/${session}`, { fields: {} })).status).toBe(400);
});

it('words with lines of their own stay one line of a header', async () => {
  await ask('Invoice\r\nBcc: all@elsewhere.test\r\n\r\nhello', {
    name: 'Kim\r\nReply-To: eve@elsewhere.test',
    email: 'lines@example.test',
  });
  const { id, subject } = await ticketOf('Invoice Bcc');
  expect(subject).not.toMatch(/[\r\n]/);
  const { customer } = (await devi.get(`/api/tickets/${id}`)).body;
  expect(customer.name).not.toMatch(/[\r\n]/);
});

it('markup in what people write is words on every page and in every document', async () => {
  await ask(`Markup ${evil}`, { name: evil, text: evil, email: 'markup@example.test' });
  const { id } = await ticketOf('Markup');
  const { body: transcript } = await devi.get(`/api/tickets/${id}/transcript?format=html`);
  expect(String(transcript)).toContain('&lt;img src=x');
  expect(String(transcript)).not.toContain('<img');
  const token = await signInToken('markup@example.test');
  const { cookie } = await page(`${ours}/sign-in/${token}`, { fields: {} });
  for (const path of ['/conversations', `/conversations/${id}`, '/ask']) {
    const { text } = await page(`${ours}${path}`, { cookie });
    expect(text, `${path}`).not.toContain('<img');
  }
  const search = await page(`${ours}/search?q=${encodeURIComponent(`"><script>${evil}`)}`);
  expect(search.text).not.toMatch(/<img|<script/);
});

it.each(['//evil.test', '/\\evil.test', '/%2f%2fevil.test', '/%0d%0aset-cookie:a=b'])(
  'no address of the portal leads away: %s',
  async (path) => {
    for (const start of ['/help', ours, `${ours}/sign-in`, '/survey', '/desk']) {
      const response = await fetch(`${app.url}${start}${path}`, { redirect: 'manual' });
      const location = response.headers.get('location');
      expect(location ?? '', `${start}`).not.toMatch(/^(https?:)?[/\\]{2}|evil\.test/);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  },
);

it('a survey link with any part changed is no link', async () => {
  const workspace = (await devi.get('/api/me')).body.workspace.id as string;
  const forged = ['v1', workspace, crypto.randomUUID(), 'A'.repeat(43)];
  for (const token of [
    forged.join('.'),
    'v1',
    `v2.${forged.slice(1).join('.')}`,
    '%00',
    'a'.repeat(399),
  ]) {
    expect((await page(`/survey/${token}`)).status, `${token}`).toBe(404);
    const voted = await fetch(new URL(`/survey/${token}`, app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'score=5',
    });
    expect(voted.status, `${token}`).toBe(404);
  }
});
