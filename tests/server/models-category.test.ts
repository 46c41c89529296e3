import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelWorld, type ModelWorld } from '../support/model-world.ts';
import { until } from '../support/wait.ts';

let world: ModelWorld;
let typist = 0;

beforeAll(async () => {
  world = await startModelWorld();
  const category = { description: 'Ovens for pottery', keywords: [], examples: [] };
  await world.devi.post('/api/categories', { ...category, name: 'Kiln firing' });
});
afterAll(() => world.stop());
beforeEach(() => world.calm());

const text = 'Zorblat quux stays cold, says Kim. Write to kim@example.test.';

/** Asks by the form of the portal; the id of the ticket. */
async function ask(): Promise<string> {
  const { app, devi, workspaceId } = world;
  const site = await app.services.portal.site((await devi.get('/api/me')).body.workspace.slug);
  typist += 1;
  const question = {
    name: 'Kim',
    email: `typist${typist}@example.test`,
    subject: 'Zorblat',
    text,
    category: null,
    fields: {},
  };
  const more = { category: null, files: [], provedEmail: null };
  const { number } = await app.services.portal.ask(site, question, more);
  const row = await app.database.owner
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return row.id;
}

const opinion = (more: object = {}) =>
  JSON.stringify({ category: 'Kiln firing', confidence: 0.9, quotes: ['stays cold'], ...more });
const ticket = async (id: string) => (await world.devi.get(`/api/tickets/${id}`)).body;
const signals = async (id: string) =>
  (await world.devi.get(`/api/tickets/${id}/signals`)).body.signals;

describe('a category where the own words are not sure', () => {
  it('is the model’s, with the words that say so and its name in the history', async () => {
    await world.setUp({}, 'classify');
    world.peer.answer = () => opinion();
    const id = await ask();
    await until('it is filed', async () => (await ticket(id)).category === 'Kiln firing');
    const { raw = '' } = world.peer.asked[0] ?? {};
    expect(raw).toContain('Ovens for pottery');
    for (const secret of ['Kim', 'kim@']) expect(raw).not.toContain(secret);
    const { rows } = await world.app.database.ownerPool.query(
      `select data from ticket_events where ticket_id = $1 and type = 'category.guessed'`,
      [id],
    );
    expect(rows).toMatchObject([{ data: { model: 'small-model', words: 'stays cold' } }]);
  });

  it('is none on words nobody wrote', async () => {
    world.peer.answer = () => opinion({ quotes: ['the oven exploded'] });
    const id = await ask();
    await until('the model was asked', () => world.peer.asked.length > 0);
    await until('the call is over', async () => (await world.lastCall())?.result === 'ok');
    expect((await ticket(id)).category).toBeNull();
  });

  it('stays open when the model is dead, and the ticket is read all the same', async () => {
    await world.setUp({ baseUrl: 'http://127.0.0.1:9/v1' }, 'classify');
    const id = await ask();
    await until('it was tried', async () => (await world.lastCall())?.result === 'failed');
    expect(await signals(id)).toBeDefined();
    expect((await ticket(id)).category).toBeNull();
  });
});
