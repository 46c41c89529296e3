import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KnowledgeAnswer } from '../../src/contracts/answers.ts';
import type { Api } from '../support/api.ts';
import { startModelPeer } from '../support/model-peer.ts';
import { startModelWorld, type ModelWorld } from '../support/model-world.ts';
import { until } from '../support/wait.ts';

let world: ModelWorld;
let clara: Api;

/** An embedder that knows what belongs together although no word is shared. */
const meanings = [/kettle|wasserkocher/i, /refund|money back|reimburse/i];
const vectorOf = (text: string) => [
  ...meanings.map((meaning) => (meaning.test(text) ? 1 : 0)),
  0.01,
];

beforeAll(async () => {
  world = await startModelWorld();
  clara = await world.app.as('clara');
});
afterAll(() => world.stop());
beforeEach(() => {
  world.calm();
  world.peer.vectorOf = vectorOf;
});

const publish = async (article: object): Promise<string> => {
  const { id } = (await clara.post('/api/knowledge/articles', article)).body;
  await clara.post(`/api/knowledge/articles/${id}/status`, { status: 'published' });
  return id;
};
const ask = async (text: string): Promise<KnowledgeAnswer> =>
  (await clara.post('/api/knowledge/questions', { text })).body;
const first = async (text: string) => (await ask(text)).passages[0]?.articleId;
const stored = () => world.app.database.owner.selectFrom('passage_vectors').selectAll().execute();
const host = () => new URL(world.peer.url).host;
const vectorJobs = async (): Promise<{ key: string; isDue: boolean }[]> => {
  const { rows } = await world.app.database.ownerPool.query(
    `select key, locked_at is null and run_at < now() as "isDue" from graphile_worker._private_jobs
     where key like 'vectors%'`,
  );
  return rows;
};
const question = 'Wasserkocher kaputt';

describe('vectors of passages', () => {
  let kettle: string;

  it('are made when an embedder is connected, and find what words do not', async () => {
    kettle = await publish({ title: 'Kettle', body: 'Descale it when it boils slowly.' });
    await publish({ title: 'Refunds', body: 'We send the money back within five days.' });
    await until('words find the other', async () => (await ask('money back')).passages.length > 0);
    expect(await first(question)).not.toBe(kettle);
    await world.setUp({}, 'embed');
    await until('all passages have one', async () => (await stored()).length >= 4);
    await until('it is found by meaning', async () => (await first(question)) === kettle);
  });

  it('are made again only for text that changed', async () => {
    const before = await stored();
    world.peer.asked.length = 0;
    const path = `/api/knowledge/articles/${kettle}`;
    await clara.patch(path, { lastVersion: 1, body: 'Use vinegar. It gives hot water again.' });
    await clara.post(`${path}/status`, { status: 'published' });
    const after = await until('the new text has one', async () => {
      const rows = await stored();
      const known = new Set(before.map(({ digest }) => digest));
      return rows.some(({ digest }) => !known.has(digest)) ? rows : null;
    });
    const kept = (rows: typeof before) =>
      rows.filter(({ article_id: id }) => id !== kettle).map(({ made_at: at }) => at.toISOString());
    expect(kept(after)).toEqual(kept(before));
    // Its title and its only passage.
    expect(after.filter(({ article_id: id }) => id === kettle)).toHaveLength(2);
    const embedded = world.peer.asked.flatMap(({ body }) => [body.input].flat() as string[]);
    expect(embedded.some((text) => text.includes('money back'))).toBe(false);
  });

  it('are not needed: a dead or slow embedder leaves the search by words', async () => {
    world.peer.next.push('hang');
    const started = performance.now();
    expect(await first('money back within five days please')).toBeDefined();
    // It would hang for ever.
    expect(performance.now() - started).toBeLessThan(20_000);
    await world.setUp({ baseUrl: 'http://127.0.0.1:9/v1', timeoutSeconds: 1 }, 'embed');
    expect(await first('money back within five days now')).toBeDefined();
    expect((await world.overview()).calls.some(({ result }) => result === 'failed')).toBe(true);
  });

  it('are made anew by another model', async () => {
    await world.setUp({ model: 'other-model' }, 'embed');
    const models = await until('the first made none any more', async () => {
      const names = new Set((await stored()).map(({ model }) => model));
      return names.has(`other-model at ${host()}`) && names.size === 1 ? names : null;
    });
    expect(models.size).toBe(1);
  });

  it('are made anew by another server that calls its model the same', async () => {
    const other = await startModelPeer();
    other.vectorOf = vectorOf;
    await world.setUp({ model: 'other-model', baseUrl: other.url }, 'embed');
    await until('all are of the other server', async () => {
      const names = new Set((await stored()).map(({ model }) => model));
      return names.size === 1 && !names.has(`other-model at ${host()}`);
    });
    await world.setUp({ model: 'other-model' }, 'embed');
    await until('all are of the first again', async () =>
      (await stored()).every(({ model }) => model === `other-model at ${host()}`),
    );
    expect(other.asked.length).toBeGreaterThan(0);
    await other.close();
  });

  it('are made by one run at a time, and soon after a provider that failed was mended', async () => {
    await world.setUp({ baseUrl: 'http://127.0.0.1:9/v1', model: 'late-model' }, 'embed');
    await until('it is tried again later', async () =>
      (await vectorJobs()).some(({ key }) => /again/.test(key)),
    );
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    world.calm();
    world.peer.next.push({ say: '', after: held });
    await world.setUp({ model: 'late-model', timeoutSeconds: 60 }, 'embed');
    await until('the first run waits for the embedder', () => world.peer.asked.length > 0);
    await publish({ title: 'Lids', body: 'A lid is sold apart.' });
    await until('another run is due and waits', async () =>
      (await vectorJobs()).some(({ isDue, key }) => isDue && !/again/.test(key)),
    );
    expect(world.peer.asked).toHaveLength(1);
    letGo();
    await until('all are made', async () => {
      const rows = await stored();
      return rows.length >= 6 && rows.every(({ model }) => model.startsWith('late-model'));
    });
    const embedded = world.peer.asked.flatMap(({ body }) => [body.input].flat() as string[]);
    expect(embedded).toHaveLength(new Set(embedded).size);
  });
});
