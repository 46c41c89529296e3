import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Import } from '../../src/contracts/knowledge.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let clara: Api;
let site: Server;
let siteUrl: string;

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === '/round') return response.writeHead(302, { location: '/round' }).end();
    if (request.url !== '/page') return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end('<title>Opening</title><nav>menu</nav><p>Nine to five.</p>');
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  app = await startTestApp({ config: { allowedHosts: ['127.0.0.1'] } });
  clara = await app.as('clara');
});

afterAll(async () => {
  await app.stop();
  site.close();
});

const draft = { title: 'Return a grinder', body: '1. Pack it\n2. Send it' };
const create = async (article: object = draft) =>
  (await clara.post('/api/knowledge/articles', article)).body;

describe('an article', () => {
  it('is a draft, then published, and a later text waits until it is published too', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...draft, status: 'draft', lastVersion: 1, hasDraft: false });
    const path = `/api/knowledge/articles/${made.id}`;
    const published = (await clara.post(`${path}/status`, { status: 'published' })).body;
    expect(published).toMatchObject({ status: 'published', publishedVersion: 1 });
    const change = { lastVersion: 1, body: 'Bring it to the shop.' };
    const changed = (await clara.patch(path, change)).body;
    expect(changed).toMatchObject({ lastVersion: 2, publishedVersion: 1, hasDraft: true });
    const { id: workspaceId } = await app.demo();
    const shown = await app.services.articles.published(workspaceId);
    expect(shown.find((one) => one.id === made.id)?.body).toBe(draft.body);
    expect((await clara.get(`${path}/versions/1`)).body).toMatchObject({
      body: draft.body,
      author: 'Clara Weiss',
    });
  });

  it('is not overwritten by somebody who read it before', async () => {
    const made = await create();
    const path = `/api/knowledge/articles/${made.id}`;
    await clara.patch(path, { lastVersion: 1, body: 'one' });
    expect(await clara.patch(path, { lastVersion: 1, body: 'two' })).toMatchObject({
      status: 409,
      body: { code: 'article_version_conflict' },
    });
    expect((await clara.get(path)).body.body).toBe('one');
  });

  it('is published as it was read, or not at all', async () => {
    const made = await create();
    const path = `/api/knowledge/articles/${made.id}`;
    await clara.patch(path, { lastVersion: 1, body: 'Nobody has read this yet.' });
    const seen = { status: 'published', lastVersion: 1 };
    expect(await clara.post(`${path}/status`, seen)).toMatchObject({
      status: 409,
      body: { code: 'article_version_conflict' },
    });
    expect((await clara.get(path)).body.status).toBe('draft');
    expect((await clara.post(`${path}/status`, { ...seen, lastVersion: 2 })).status).toBe(200);
  });

  it('is not in effect until before it is in effect', async () => {
    const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
    const wrong = { ...draft, effectiveFrom: late, effectiveUntil: early };
    expect((await clara.post('/api/knowledge/articles', wrong)).status).toBe(400);
    const made = await create({ ...draft, effectiveFrom: late });
    const path = `/api/knowledge/articles/${made.id}`;
    const change = { lastVersion: 1, effectiveUntil: early };
    expect((await clara.patch(path, change)).body.fields).toEqual([
      { path: 'effectiveUntil', message: 'is not after effectiveFrom' },
    ]);
    expect((await clara.patch(path, { ...change, effectiveFrom: null })).status).toBe(200);
  });

  it('is deleted when it was put away, and by nobody else', async () => {
    const made = await create({ title: 'Quadrant', body: 'Measures angles.' });
    const path = `/api/knowledge/articles/${made.id}`;
    await clara.post(`${path}/status`, { status: 'published' });
    expect((await clara.delete(path)).status).toBe(400);
    await clara.post(`${path}/status`, { status: 'archived' });
    expect((await (await app.as('ana')).delete(path)).status).toBe(403);
    expect((await clara.delete(path)).body).toEqual({ done: true });
    expect((await clara.get(path)).status).toBe(404);
    expect((await clara.delete(path)).status).toBe(404);
    expect((await clara.get('/api/knowledge/articles?search=Quadrant')).body.items).toEqual([]);
  });

  it('makes no version when only its place changes', async () => {
    const made = await create();
    await clara.post('/api/knowledge/sections', { name: 'Returns' });
    const { sections } = (await clara.get('/api/knowledge/sections')).body;
    const section = sections.find(({ name }: { name: string }) => name === 'Returns');
    const change = { lastVersion: 1, sectionId: section.id, reviewOn: '2026-01-31' };
    const changed = (await clara.patch(`/api/knowledge/articles/${made.id}`, change)).body;
    expect(changed).toMatchObject({
      lastVersion: 1,
      section: { name: 'Returns' },
      reviewOn: '2026-01-31',
    });
    const due = (await clara.get('/api/knowledge/articles?due=true')).body.items;
    expect(due.map((one: { id: string }) => one.id)).toContain(made.id);
  });

  it('is read by agents and written by supervisors', async () => {
    const ana = await app.as('ana');
    const made = await create();
    expect((await ana.get(`/api/knowledge/articles/${made.id}`)).status).toBe(200);
    expect((await ana.post('/api/knowledge/articles', draft)).status).toBe(403);
    expect((await ana.get('/api/knowledge/imports')).status).toBe(403);
  });

  it('is found by words, and pages go on where the last one ended', async () => {
    for (const name of ['theodolite', 'sextant', 'astrolabe'])
      await create({ title: `The ${name} 100%` });
    const found = (await clara.get('/api/knowledge/articles?search=sextant%20100%25')).body.items;
    expect(found.map((one: { title: string }) => one.title)).toEqual(['The sextant 100%']);
    const first = (await clara.get('/api/knowledge/articles?search=100%25&limit=2')).body;
    const next = `/api/knowledge/articles?search=100%25&limit=2&cursor=${first.nextCursor}`;
    expect((await clara.get(next)).body.items).toHaveLength(1);
    expect((await clara.get('/api/knowledge/articles?cursor=nonsense')).status).toBe(400);
  });
});

describe('an import', () => {
  const finished = (id: string): Promise<Import> =>
    until('the import is finished', async () => {
      const one = (await clara.get(`/api/knowledge/imports/${id}`)).body;
      return one.state === 'done' || one.state === 'failed' ? one : null;
    });
  const send = async (name: string, content: Uint8Array, query = 'kind=files') => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    const answer = await clara.upload(`/api/knowledge/imports/files?${query}`, form);
    expect(answer.status).toBe(200);
    return finished(answer.body.id);
  };

  it('files an archive, changes what is different the second time, and tells what it left out', async () => {
    const page = (text: string) =>
      zipSync({ 'care.md': strToU8(`# Care\n\n${text}`), 'photo.png': strToU8('x') });
    const tried = await send('help.zip', page('Varnish it.'), 'kind=files&dryRun=true');
    expect(tried).toMatchObject({ state: 'done', dryRun: true, total: 2 });
    expect((await clara.get('/api/knowledge/articles?search=Varnish')).body.items).toEqual([]);
    const outcomes = async (text: string) =>
      (await send('help.zip', page(text))).report.map((line) => line.outcome);
    expect(await outcomes('Varnish it.')).toEqual(['added', 'skipped']);
    expect(await outcomes('Varnish it.')).toEqual(['unchanged', 'skipped']);
    const [latest, before, ...rest] = (await clara.get('/api/knowledge/imports')).body.imports;
    const photo = [{ name: 'photo.png', outcome: 'skipped', reason: expect.any(String) }];
    expect(latest).toMatchObject({ source: 'help.zip', by: 'Clara Weiss', skipped: photo });
    expect(latest.counts).toEqual({ added: 0, updated: 0, unchanged: 1, skipped: 1 });
    expect(before.counts).toMatchObject({ added: 1, skipped: 1 });
    expect(rest).toEqual([]);
    expect(await outcomes('Varnish it daily.')).toEqual(['updated', 'skipped']);
    const [item] = (await clara.get('/api/knowledge/articles?search=Varnish')).body.items;
    expect(item).toMatchObject({ title: 'Care', status: 'published', hasDraft: false });
  });

  it('that is no archive fails with the reason and files nothing', async () => {
    expect(await send('broken.zip', strToU8('no zip'))).toMatchObject({ state: 'failed' });
  });

  it('goes on where it was, when the server ended under it', async () => {
    const lines = ['one', 'two', 'three'].map((id) => `{"id":"again-${id}","text":"${id}"}`);
    const { id: workspaceId } = await app.demo();
    const id = '01890000-0000-7000-8000-000000000063';
    await app.database.ownerPool.query(
      `insert into kb_imports (workspace_id, id, kind, state, dry_run, content, options, total, report, created_at)
       values ($1, $2, 'jsonl', 'running', false, $3, '{}', 3, $4, now())`,
      [
        workspaceId,
        id,
        Buffer.from(lines.join('\n')),
        JSON.stringify([{ name: 'told before', outcome: 'added', reason: null }]),
      ],
    );
    await app.services.imports.run(workspaceId, id);
    const { report, total } = (await clara.get(`/api/knowledge/imports/${id}`)).body as Import;
    expect(total).toBe(3);
    expect(report.map(({ name }) => name)).toEqual(['told before', 'two', 'three']);
  });

  it('ends early when the server stops, tells how far it came, and goes on after', async () => {
    const lines = Array.from({ length: 5 }, (_, at) => `{"id":"stop-${at}","text":"${at}"}`);
    const { id: workspaceId } = await app.demo();
    const stopping = AbortSignal.abort();
    const id = '01890000-0000-7000-8000-000000000064';
    await app.database.ownerPool.query(
      `insert into kb_imports (workspace_id, id, kind, state, dry_run, content, options, created_at)
       values ($1, $2, 'jsonl', 'waiting', false, $3, '{}', now())`,
      [workspaceId, id, Buffer.from(lines.join('\n'))],
    );
    expect(await app.services.imports.run(workspaceId, id, stopping)).toBe(false);
    const read = async () => (await clara.get(`/api/knowledge/imports/${id}`)).body as Import;
    expect(await read()).toMatchObject({ state: 'running', total: 5, report: [] });
    expect(await app.services.imports.run(workspaceId, id)).toBe(true);
    expect((await read()).report).toHaveLength(5);
  });

  it('takes what is in it twice once, and cannot be ended by what no database holds', async () => {
    const lines = [
      '{"id":"twice","title":"Twice","text":"first"}',
      '{"id":"twice","title":"Twice","text":"second"}',
      String.raw`{"id":"nul\u0000","title":"\ud800","text":"\u0000\udfff"}`,
      String.raw`{"id":"nul-2","title":"no\u0000\ud800text","text":""}`,
    ].join('\n');
    const outcomes = async () => {
      const { state, report } = await send('twice.jsonl', strToU8(lines), 'kind=jsonl');
      expect(state).toBe('done');
      return report.map(({ outcome }) => outcome);
    };
    expect(await outcomes()).toEqual(['added', 'skipped', 'added', 'skipped']);
    expect(await outcomes()).toEqual(['unchanged', 'skipped', 'unchanged', 'skipped']);
  });

  it('reads pages from the web, and only from where it may', async () => {
    const urls = [
      `${siteUrl}/page`,
      `${siteUrl}/gone`,
      'http://169.254.169.254/latest/meta-data',
      `${siteUrl}/round`,
      'http://127.0.0.1:9/',
    ];
    const started = await clara.post('/api/knowledge/imports/urls', { urls });
    const { report } = await finished(started.body.id);
    expect(report.map((line) => [line.outcome, line.reason])).toEqual([
      ['added', null],
      ['skipped', 'It answered with status 404.'],
      ['skipped', expect.stringMatching(/169\.254\.169\.254/)],
      ['skipped', 'It sends on to another address more than 5 times.'],
      ['skipped', 'Nothing answers there.'],
    ]);
  });
});
