import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeAnswer } from '../../src/contracts/answers.ts';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let clara: Api;

beforeAll(async () => {
  app = await startTestApp();
  clara = await app.as('clara');
});
afterAll(() => app.stop());

const publish = async (article: object): Promise<string> => {
  const { id } = (await clara.post('/api/knowledge/articles', article)).body;
  await clara.post(`/api/knowledge/articles/${id}/status`, { status: 'published' });
  return id;
};

const ask = async (text: string, more: object = {}): Promise<KnowledgeAnswer> => {
  const answer = await clara.post('/api/knowledge/questions', { text, ...more });
  expect(answer.status).toBe(200);
  return answer.body;
};

const found = ({ passages }: KnowledgeAnswer) => passages.map(({ articleId }) => articleId);

const kiln = {
  title: 'Firing the kiln',
  body: '# Before\n\nOpen the vents.\n\n## Bisque\n\nFire bisque at 1000 degrees for eight hours.\n',
};

describe('a question to the knowledge base', () => {
  it('finds the passage, says where it stands and quotes it', async () => {
    const id = await publish(kiln);
    const answer = await until('the article is found', async () => {
      const one = await ask('At how many degrees do I fire bisque?');
      return one.passages[0]?.articleId === id ? one : null;
    });
    expect(answer.passages[0]).toMatchObject({
      version: 1,
      title: kiln.title,
      headings: ['Before', 'Bisque'],
      visibility: 'public',
    });
    expect(answer.passages[0]?.url).toContain(`/articles/${id}`);
    expect(answer.answer).toContain('Fire bisque at 1000 degrees');
    for (const { quote, start, end } of answer.citations)
      expect(kiln.body.slice(start, end)).toBe(quote);
    expect(answer.confidence).toBeGreaterThan(0);
    expect(answer.parts.length).toBeGreaterThan(3);
  });

  it('follows what is changed, archived and said with other words', async () => {
    const id = await publish({ title: 'Storing glaze', body: 'Keep glaze above five degrees.' });
    await until('it is found', async () => found(await ask('storing glaze'))[0] === id || null);
    const path = `/api/knowledge/articles/${id}`;
    await clara.patch(path, { lastVersion: 1, body: 'Keep glaze in a frost-proof cupboard.' });
    await clara.post(`${path}/status`, { status: 'published' });
    await until('the new text is quoted', async () => {
      const { passages } = await ask('storing glaze');
      return passages[0]?.text.includes('cupboard') || null;
    });
    await clara.post('/api/knowledge/synonyms', { words: ['glaze', 'zorblat'] });
    await until('the synonym counts', async () => found(await ask('zorblat'))[0] === id || null);
    await clara.post(`${path}/status`, { status: 'archived' });
    await until('it is gone', async () => !found(await ask('storing glaze')).includes(id) || null);
    expect(found(await ask('zorblat'))).not.toContain(id);
  });

  it('never shows customers what is internal, and what became internal no longer', async () => {
    const secret = {
      title: 'Refund limits for staff',
      body: 'Staff may refund up to 900 dollars.',
    };
    const hidden = await publish({ ...secret, visibility: 'internal' });
    const shown = await publish({ title: 'Refunds', body: 'Refunds take five days.' });
    const question = 'Up to how many dollars may staff refund?';
    await until('agents find it', async () => found(await ask(question))[0] === hidden || null);
    const asCustomer = () => ask(question, { audience: 'customer' });
    const answer = await until('customers find the other', async () => {
      const one = await asCustomer();
      return found(one).includes(shown) ? one : null;
    });
    expect(JSON.stringify(answer)).not.toContain('900 dollars');
    await clara.patch(`/api/knowledge/articles/${shown}`, {
      lastVersion: 1,
      visibility: 'internal',
    });
    await until('it is gone', async () => !found(await asCustomer()).includes(shown) || null);
  });

  it('says what would happen by the threshold of the workspace', async () => {
    const devi = await app.as('devi');
    const question = 'At how many degrees do I fire bisque?';
    const { confidence, citations } = await ask(question);
    expect(citations.length).toBeGreaterThan(0);
    const decided = async (bot: object) => {
      await devi.patch('/api/settings', { bot });
      return ask(question);
    };
    expect(confidence).toBeGreaterThan(0.5);
    expect(await decided({ minimumConfidence: 0.5 })).toMatchObject({ decision: 'answer' });
    expect(await decided({ minimumConfidence: 1 })).toMatchObject({ decision: 'hand_over' });
    expect(await decided({ answers: false })).toMatchObject({
      decision: 'hand_over',
      answerFrom: null,
    });
    await devi.patch('/api/settings', { bot: { answers: true, minimumConfidence: 0.75 } });
  });

  it('is for members, and needs words or a ticket', async () => {
    expect((await clara.post('/api/knowledge/questions', { text: ' ' })).status).toBe(400);
    const ticketId = '00000000-0000-7000-8000-000000000000';
    expect((await clara.post('/api/knowledge/questions', { ticketId })).status).toBe(404);
    const stranger = createApi(app.url);
    expect((await stranger.post('/api/knowledge/questions', { text: 'x' })).status).toBe(401);
  });
});

describe('the search of the portal', () => {
  it('finds what is meant, not only what is written, and nothing internal', async () => {
    const id = await publish({
      title: 'Glazing plates',
      body: 'Dip plates into the bucket and let them drip off.',
    });
    await clara.post('/api/knowledge/synonyms', { words: ['plates', 'dishware'] });
    const page = async (words: string) =>
      (await fetch(`${app.url}/help/${slug}/search?q=${encodeURIComponent(words)}`)).text();
    const { workspace } = (await clara.get('/api/me')).body;
    const { slug } = workspace;
    await until('it is found', async () => (await page('dishware')).includes(id) || null);
    expect(await page('staff refund dollars')).not.toContain('Refund limits for staff');
    expect(await page('xyzzy plugh')).not.toContain('/articles/');
  });
});
