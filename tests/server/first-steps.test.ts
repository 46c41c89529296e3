import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openChat } from '../support/journeys.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

it('the first steps say what has been done, to whoever may set the workspace up', async () => {
  const { id } = await app.demo();
  const devi = await app.as('devi');
  const before = await devi.get('/api/first-steps');
  expect(before.body).toMatchObject({ chat: false, mail: false, articles: true, colleagues: true });
  await openChat(app, id);
  expect((await devi.get('/api/first-steps')).body).toEqual({ ...before.body, chat: true });
  expect((await (await app.as('ana')).get('/api/first-steps')).status).toBe(403);
});

it('the chat of a workspace has a page of its own, which runs nothing but the chat', async () => {
  const devi = await app.as('devi');
  const key: string = (await devi.get('/api/me')).body.widgetKey;
  await devi.patch('/api/settings', { greeting: 'Say <script>alert(1)</script> & we answer' });
  const page = await fetch(`${app.url}/chat/${key}`);
  const text = await page.text();
  const policy = page.headers.get('content-security-policy') ?? '';
  const [, opening = ''] = /<script>([^]*?)<\/script>/.exec(text) ?? [];
  expect(page.status).toBe(200);
  const hash = createHash('sha256').update(opening).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(text).toContain(`data-key="${key}"`);
  expect(text).toContain('Say &lt;script&gt;alert(1)&lt;/script&gt; &amp; we answer');
  expect(text.match(/<script/g)).toHaveLength(2);
  expect((await fetch(`${app.url}/chat/wk_nobody`)).status).toBe(404);
});
