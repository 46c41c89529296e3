import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpApp, type HttpApp } from '../../platform/http/app.ts';
import { createLog } from '../../platform/log.ts';
import { widgetPages } from './pages.routes.ts';

const script = 'console.log("chat");\n'.repeat(100);
let folder: string;
let app: HttpApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-pages-'));
  await mkdir(join(folder, 'widget/chunks'), { recursive: true });
  await mkdir(join(folder, 'shop'));
  await writeFile(join(folder, 'secret.js'), 'secret');
  await writeFile(join(folder, 'widget/segue.js'), script);
  await writeFile(join(folder, 'widget/chunks/panel-1a2b.js'), script);
  await writeFile(join(folder, 'widget/notes.txt'), 'no type that is served');
  await writeFile(
    join(folder, 'shop/index.html'),
    '<a data-key="__WIDGET_KEY__">__SUPPORT_ADDRESS__</a>',
  );
  app = await createHttpApp({
    log: createLog('silent'),
    trustProxy: false,
    uploadMaxBytes: 1,
    version: '0',
  });
  widgetPages(app, {
    widgetFolder: join(folder, 'widget'),
    demoShop: {
      folder: join(folder, 'shop'),
      widgetKey: 'wk_"><script>',
      supportAddress: 'help@shop.test',
    },
  });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('the script of every site is kept for minutes, its parts for good, both for any site', async () => {
  const loader = await get('/widget/segue.js');
  expect(loader.body).toBe(script);
  expect(loader.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  const part = await get('/widget/chunks/panel-1a2b.js');
  expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('goes compressed to whoever takes it, and not at all to whoever has it', async () => {
  const packed = await get('/widget/segue.js', { 'accept-encoding': 'br, gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
  const known = await get('/widget/segue.js', { 'if-none-match': String(packed.headers['etag']) });
  expect([known.statusCode, known.body]).toEqual([304, '']);
});

test('a new build is served without a restart', async () => {
  await writeFile(join(folder, 'widget/new.js'), 'first');
  expect((await get('/widget/new.js')).body).toBe('first');
  await new Promise((resolve) => setTimeout(resolve, 10));
  await writeFile(join(folder, 'widget/new.js'), 'second');
  expect((await get('/widget/new.js')).body).toBe('second');
});

test.each([
  '/widget/',
  '/widget/chunks',
  '/widget/none.js',
  '/widget/notes.txt',
  '/widget/../secret.js',
  '/widget/..%2fsecret.js',
  '/widget/%2e%2e%2fsecret.js',
  '/widget/chunks/..%2f..%2fsecret.js',
  '/widget/..%5csecret.js',
  '/widget/segue.js%00.css',
])('%s is not found', async (path) => {
  expect((await get(path)).statusCode).toBe(404);
});

test('the shop carries key and address as text', async () => {
  const page = await get('/shop/');
  expect(page.body).toBe('<a data-key="wk_&quot;&gt;&lt;script&gt;">help@shop.test</a>');
  expect((await get('/shop')).headers.location).toBe('/shop/');
});
