import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation, EvaluationItem } from '../../src/contracts/evaluations.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let clara: Api;
let ana: Api;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  clara = await app.as('clara');
  ana = await app.as('ana');
  workspaceId = (await app.demo()).id;
});
afterAll(() => app.stop());

async function finished(id: string): Promise<Evaluation> {
  return until('the run is over', async () => {
    const { evaluations } = (await clara.get('/api/evaluations')).body;
    const run = evaluations.find((one: Evaluation) => one.id === id);
    return run.finishedAt === null ? null : run;
  });
}

const itemsOf = async (id: string, query = ''): Promise<EvaluationItem[]> =>
  (await clara.get(`/api/evaluations/${id}/items${query}`)).body.items;

async function upload(kind: string, lines: readonly object[], name = 'questions.jsonl') {
  const form = new FormData();
  form.append('file', new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]), name);
  return clara.post(`/api/evaluations/files?kind=${kind}`, form);
}

async function publish(title: string, text: string): Promise<string> {
  const { id } = (await clara.post('/api/knowledge/articles', { title, body: text })).body;
  const answer = await clara.post(`/api/knowledge/articles/${id}/status`, { status: 'published' });
  expect(answer.status).toBe(200);
  return id;
}

let pottery: string;

describe('a run on a file of questions', () => {
  test('asks each once, then looks at what is right, and keeps passages with figures', async () => {
    pottery = await publish(
      'Firing a raku kiln',
      '# Firing a raku kiln\n\nFire the raku kiln at 1000 degrees for forty minutes, then let it cool.',
    );
    const started = await upload('answers', [
      { id: 'a', question: 'How hot do I fire a raku kiln?', gold_articles: [pottery] },
      { id: 'b', question: 'At how many degrees is raku fired?', gold_articles: ['not-here'] },
      { id: 'c', question: 'Who won the chess championship in Reykjavik?', answerable: false },
      { id: 'd', question: 'Is there a question without an answer?' },
    ]);
    expect(started).toMatchObject({ status: 200, body: { state: 'queued', total: 4 } });
    const run = await finished(started.body.id);
    expect(run).toMatchObject({ state: 'done', done: 4, name: 'questions.jsonl', error: null });
    expect(run.settings.articles).toBeGreaterThan(0);
    expect(run.metrics?.figures).toMatchObject({
      items: 4,
      judged: 3,
      answerable: 2,
      recallAt1: 0.5,
    });
    expect(run.metrics?.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const items = await itemsOf(run.id);
    expect(items.map(({ outcome }) => outcome)).toEqual(['right', 'wrong', 'right', 'unknown']);
    expect(items[0]?.gold.articles).toEqual([{ id: pottery, title: 'Firing a raku kiln' }]);
    expect(items[0]?.answer?.ranked[0]).toMatchObject({ article: pottery });
    expect(items[0]?.answer?.ranked[0]?.text).toContain('1000 degrees');
    expect((await itemsOf(run.id, '?outcome=wrong')).map(({ position }) => position)).toEqual([1]);
    const { next } = (await clara.get(`/api/evaluations/${run.id}/items?limit=2`)).body;
    expect(next).toBe(1);
    expect(await itemsOf(run.id, `?after=${next}`)).toHaveLength(2);
  });

  test('is compared with another one, case by case', async () => {
    const lines = [
      { id: 'k', question: 'How long is a raku kiln fired?', gold_articles: [pottery] },
    ];
    const before = await finished((await upload('answers', lines)).body.id);
    const put = await clara.post(`/api/knowledge/articles/${pottery}/status`, {
      status: 'archived',
    });
    expect(put.status).toBe(200);
    const after = await finished((await upload('answers', lines)).body.id);
    const { changes, shared } = (
      await clara.get(`/api/evaluations/${after.id}/changes/${before.id}`)
    ).body;
    expect(shared).toBe(1);
    expect(changes).toMatchObject([{ before: { outcome: 'right' }, after: { outcome: 'wrong' } }]);
    const same = (await clara.get(`/api/evaluations/${after.id}/changes/${after.id}`)).body;
    expect(same).toEqual({ changes: [], shared: 1 });
  });

  test('names the line that is none', async () => {
    const refused = await upload('answers', [{ id: 'a', question: 'x' }, { question: 'no id' }]);
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain('line 2');
    expect((await upload('answers', [])).status).toBe(400);
  });
});

describe('a run on own tickets', () => {
  test('takes the article an agent linked for the right one, and their words to compare', async () => {
    const article = await publish(
      'Invoices',
      '# Invoices\n\nAn invoice of every order can be downloaded under Orders, Invoice.',
    );
    const { ticketId } = await openMail(app, workspaceId);
    const reply = await ana.post(`/api/tickets/${ticketId}/messages`, {
      clientId: 'evaluated-reply-1',
      channel: 'email',
      text: `You can download the invoice: https://help.example.test/articles/${article}`,
    });
    expect(reply.status).toBe(200);
    expect((await changeTicket(ana, ticketId, { status: 'solved' })).status).toBe(200);
    const started = await clara.post('/api/evaluations', { kind: 'answers', most: 100 });
    const run = await finished(started.body.id);
    expect(run.state).toBe('done');
    const mine = (await itemsOf(run.id, '?limit=100')).find(
      ({ ticket }) => ticket?.id === ticketId,
    );
    expect(mine?.gold.articles).toEqual([{ id: article, title: 'Invoices' }]);
    expect(mine?.question).toContain('Where is my invoice');
    expect(mine?.outcome).toBe('right');
    expect(run.metrics?.figures['answerF1']).toBeGreaterThan(0);
  });

  test('files tickets by models that have not seen them', async () => {
    const texts = {
      Kiln: [
        'kiln too hot',
        'kiln firing cracks',
        'kiln does not heat',
        'hot kiln glaze',
        'kiln door',
      ],
      Loom: [
        'loom thread broken',
        'loom pedal stuck',
        'weaving loom thread',
        'loom warp',
        'loom comb',
      ],
    };
    for (const [category, subjects] of Object.entries(texts))
      for (const subject of subjects) {
        const { ticketId } = await openMail(
          app,
          workspaceId,
          `${subject.replaceAll(' ', '.')}@example.test`,
        );
        await changeTicket(ana, ticketId, { subject, category });
      }
    const started = await clara.post('/api/evaluations', { kind: 'categories', most: 100 });
    const run = await finished(started.body.id);
    expect(run).toMatchObject({ state: 'done', error: null });
    expect(run.metrics?.figures['inScope']).toBeGreaterThanOrEqual(10);
    const items = await itemsOf(run.id, '?limit=100');
    expect(items.every(({ category }) => category !== null)).toBe(true);
    expect(items.map(({ gold }) => gold.category)).toEqual(
      expect.arrayContaining(['Kiln', 'Loom']),
    );
  });
});

test('a run can be ended and deleted, by those who write articles', async () => {
  const { body } = await clara.post('/api/evaluations', { kind: 'answers', most: 10 });
  const ended = await clara.post(`/api/evaluations/${body.id}/cancel`);
  expect(['cancelled', 'done']).toContain(ended.body.state);
  expect((await clara.delete(`/api/evaluations/${body.id}`)).status).toBe(200);
  expect((await clara.get(`/api/evaluations/${body.id}/items`)).status).toBe(404);
  expect((await clara.delete(`/api/evaluations/${body.id}`)).status).toBe(404);
  expect((await ana.get('/api/evaluations')).status).toBe(403);
  expect((await ana.post('/api/evaluations', { kind: 'answers' })).status).toBe(403);
});
