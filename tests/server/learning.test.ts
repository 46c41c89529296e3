import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CategoryTraining } from '../../src/contracts/classification.ts';
import { guessCategory } from '../../src/server/features/understanding/index.ts';
import { isJudge } from '../../src/server/features/understanding/categories/corrections.rules.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';
import { openMail } from '../support/journeys.ts';

let app: TestApp;
let devi: Api;
let ana: Api;
let workspaceId: string;
let writers = 0;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
  ana = await app.as('ana');
  workspaceId = (await app.demo()).id;
});
afterAll(() => app.stop());

const trainings = async (): Promise<CategoryTraining[]> =>
  (await devi.get('/api/classification/trainings')).body.trainings;

/** Trains at once instead of a minute after the last correction; the newest training. */
async function train(): Promise<CategoryTraining | undefined> {
  await app.services.categoryModels.train(workspaceId);
  return (await trainings())[0];
}

/** A ticket that a person files under a category: a correction the model learns from. */
async function file(subject: string, category: string): Promise<void> {
  writers += 1;
  const { ticketId } = await openMail(app, workspaceId, `writer${writers}@example.test`);
  const answer = await changeTicket(ana, ticketId, { subject, category });
  expect(answer.status).toBe(200);
}

async function guess(text: string): Promise<string | null> {
  const model = await app.database.inWorkspace(workspaceId, (scope) =>
    app.services.categoryModels.modelOf(scope),
  );
  const meaning = await app.services.categoryModels.meaningOf(text);
  return model && guessCategory(model, { text, meaning }).category;
}

const things = ['spout', 'glaze', 'handle', 'rim', 'foot', 'lid', 'bowl', 'vase', 'plate', 'mug'];
const answer = (version: number, agrees: boolean, by = devi) =>
  by.post(`/api/classification/trainings/${version}/answer`, { agrees });

test('a first model is in use at once', async () => {
  for (const [name, examples] of [
    ['Kiln', ['kiln too hot', 'kiln does not heat', 'kiln door is stuck', 'fire my kiln']],
    ['Loom', ['loom thread broken', 'loom pedal stuck', 'weave on the loom', 'loom comb bent']],
  ] as const)
    await devi.post('/api/categories', { name, description: '', keywords: [], examples });
  const first = await train();
  expect(['first', 'challenger']).toContain(first?.verdict);
  expect(await guess('my kiln is far too hot')).toBe('Kiln');
}, 60_000);

test('what corrections teach is proposed with figures, and used when a person agrees', async () => {
  for (const thing of things) await file(`The raku ${thing} has cracked`, 'Kiln');
  for (const thing of things) await file(`The tapestry ${thing} is frayed`, 'Loom');
  const before = await guess('tapestry frayed');
  const [inUse] = await trainings();
  const proposed = await train();
  expect(proposed).toMatchObject({ verdict: 'proposed', standing: 'proposed' });
  expect((await trainings()).filter(({ standing }) => standing === 'used')).toHaveLength(1);
  const { judged, version = 0 } = proposed ?? {};
  expect(judged?.cases).toBeGreaterThan(0);
  expect(judged?.challenger).toBeGreaterThan(judged?.champion ?? 1);
  expect(await guess('tapestry frayed')).toBe(before);

  expect((await answer(version, true, ana)).status).toBe(403);
  expect((await answer(inUse?.version ?? 0, true)).status).toBe(404);
  expect((await answer(version, true)).status).toBe(200);
  expect((await trainings())[0]).toMatchObject({
    version,
    verdict: 'challenger',
    standing: 'used',
  });
  expect(await guess('my tapestry is frayed')).toBe('Loom');
  expect((await answer(version, true)).status).toBe(404);
}, 120_000);

test('a declined one is never used, and not proposed again', async () => {
  for (const thing of things) await file(`My spindle ${thing} squeaks`, 'Loom');
  const proposed = await train();
  expect(proposed?.verdict).toBe('proposed');
  expect((await answer(proposed?.version ?? 0, false)).status).toBe(200);
  expect((await trainings())[0]).toMatchObject({ verdict: 'declined', standing: 'gone' });
  const again = await train();
  expect(again?.version).toBe(proposed?.version);
  expect(again?.verdict).toBe('declined');
  expect(await guess('my tapestry is frayed')).toBe('Loom');
}, 120_000);

test('one that is less right is not proposed', async () => {
  // People file wrongly, all but those that models are judged by.
  const right = { raku: 'Kiln', tapestry: 'Loom' } as const;
  const wrong = { raku: 'Loom', tapestry: 'Kiln' } as const;
  for (const thing of things)
    for (const what of ['raku', 'tapestry'] as const)
      for (const how of ['again', 'twice']) {
        const subject = `The ${what} ${thing} is broken ${how}`;
        const text = `${subject}\nWhere is my invoice for order 4711?`;
        await file(subject, (isJudge({ text, category: null }) ? right : wrong)[what]);
      }
  const last = await train();
  expect(last).toMatchObject({ verdict: 'champion' });
  expect(last?.judged?.challenger).toBeLessThan(last?.judged?.champion ?? 0);
  expect((await answer(last?.version ?? 0, true)).status).toBe(404);
  expect(await guess('my tapestry is frayed')).toBe('Loom');
}, 120_000);

test('an earlier one is taken up again, and what is learned later starts from it', async () => {
  const before = await trainings();
  expect(before.filter(({ standing }) => standing === 'used')).toHaveLength(1);
  const kept = before.find(({ standing }) => standing === 'kept');
  const used = before.find(({ standing }) => standing === 'used');
  const back = (version = 0, by = devi) =>
    by.post(`/api/classification/trainings/${version}/restore`);
  expect(await guess('my tapestry is frayed')).toBe('Loom');
  expect((await back(kept?.version, ana)).status).toBe(403);
  expect((await back(used?.version)).status).toBe(404);
  expect((await back(kept?.version)).status).toBe(200);
  const [newest] = await trainings();
  expect(newest).toMatchObject({ verdict: 'restored', standing: 'used', restores: kept?.version });
  expect(await guess('my tapestry is frayed')).not.toBe('Loom');

  // Nothing new is taught, so nothing is learned over it; and the one before can be had back.
  expect((await train())?.version).toBe(newest?.version);
  expect((await back(used?.version)).status).toBe(200);
  expect(await guess('my tapestry is frayed')).toBe('Loom');

  // What knows a category that is gone is not taken up again.
  const { categories } = (await devi.get('/api/categories')).body;
  const kiln = categories.find(({ name }: { name: string }) => name === 'Kiln');
  expect((await devi.delete(`/api/categories/${kiln.id}`)).status).toBe(200);
  expect((await trainings()).filter(({ standing }) => standing === 'kept')).toEqual([]);
  expect((await back(kept?.version)).status).toBe(404);
  expect((await devi.get('/api/classification/trainings')).body.learning).toBe(true);
  await train();
  expect((await devi.get('/api/classification/trainings')).body.learning).toBe(false);
}, 120_000);
