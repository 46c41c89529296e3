import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeAnswer } from '../../src/contracts/answers.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let clara: Api;
beforeAll(async () => {
  app = await startTestApp({ config: { encoder: true } });
  clara = await app.as('clara');
});
afterAll(() => app.stop());

const publish = async (article: object): Promise<string> => {
  const { id } = (await clara.post('/api/knowledge/articles', article)).body;
  await clara.post(`/api/knowledge/articles/${id}/status`, { status: 'published' });
  return id;
};
const first = async (text: string) => {
  const { body }: { body: KnowledgeAnswer } = await clara.post('/api/knowledge/questions', {
    text,
  });
  return body.passages[0]?.articleId;
};
const vectorsOf = (articleId: string) =>
  app.database.owner
    .selectFrom('passage_vectors')
    .select(['model', 'vector'])
    .where('article_id', '=', articleId)
    .execute();

describe('the encoder that comes with Segue', () => {
  it('gives articles a meaning that were published before it, and those published now', async () => {
    const before = await app.database.owner
      .selectFrom('articles')
      .select('id')
      .where('status', '=', 'published')
      .execute();
    await until('all have vectors', async () => {
      const counts = await Promise.all(before.map(({ id }) => vectorsOf(id)));
      return counts.every((vectors) => vectors.length > 0);
    });
    const doctor = await publish({
      title: 'Is a physician on the ship?',
      body: 'There is a medical officer on deck 3, day and night.',
    });
    await publish({ title: 'Is there a dance floor?', body: 'Yes, on the upper deck.' });
    await until('it has vectors', async () => (await vectorsOf(doctor)).length > 0);
    expect((await vectorsOf(doctor)).map(({ vector }) => vector.length)).toEqual([2048, 2048]);
    await until(
      'it is found by meaning',
      async () => (await first('Who treats sick passengers?')) === doctor,
    );
  });

  it('leaves other languages to their words', async () => {
    const german = await publish({
      title: 'Gibt es einen Arzt?',
      body: 'Ein Sanitäter ist Tag und Nacht auf Deck 3.',
      language: 'de',
    });
    const english = await publish({ title: 'Is there a cinema?', body: 'Yes, on deck 5.' });
    await until('the later one has vectors', async () => (await vectorsOf(english)).length > 0);
    expect(await vectorsOf(german)).toEqual([]);
    await until('found', async () => (await first('Wo ist der Sanitäter?')) === german);
  });
});
