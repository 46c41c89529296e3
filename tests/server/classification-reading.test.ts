/** What becomes of a ticket while its words are read: nobody waits for that, and nothing is written over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCategoryModels,
  createClassificationService,
  type CategoryModels,
} from '../../src/server/features/classification/index.ts';
import { guessCategoryByWords } from '../../src/server/features/followups/index.ts';
import { settingsOf } from '../../src/server/features/workspaces/index.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import type { EncoderThread } from '../../src/server/platform/encoder/index.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { changeTicket } from '../support/change-ticket.ts';

let app: TestApp;
let devi: Api;
let workspaceId: string;
let models: CategoryModels;
let typist = 0;
let whileRead: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  // No worker: the tests read the tickets themselves.
  app = await startTestApp({ config: { encoder: true, roles: new Set(['http']) } });
  devi = await app.as('devi');
  workspaceId = (await app.demo()).id;
  const core = { database: app.database, clock: systemClock, ids: uuidIds };
  models = createCategoryModels({ ...core, encoder: slowEncoder() });
  await addCategory('Kiln firing', [
    'At how many degrees do I fire my bisque kiln',
    'The kiln does not reach its temperature when firing',
    'My kiln cracks every bowl in the bisque firing',
  ]);
  await addCategory('Wheel throwing', [
    'My clay wobbles on the wheel when I throw',
    'Which wheel speed do I need for throwing a bowl',
    'The pottery wheel squeaks while throwing',
  ]);
  await devi.patch('/api/settings', { classification: { minimumConfidence: 0.1 } });
  await models.train(workspaceId);
}, 60_000);
afterAll(async () => {
  await models.close();
  await app.stop();
});

/** The encoder, while which reads a test does something. */
function slowEncoder(): EncoderThread {
  const { encoder } = app.services;
  if (encoder === null) throw new Error('This test needs the encoder.');
  return {
    ...encoder,
    async encode(text, isAwaited) {
      await whileRead();
      return encoder.encode(text, isAwaited);
    },
  };
}

const addCategory = (name: string, examples: string[]) =>
  devi.post('/api/categories', { name, description: '', keywords: [], examples });

/** Reads a ticket, and has something happen to it the first time its words are read. */
async function understand(ticketId: string, meanwhile: () => Promise<void>): Promise<number> {
  let readings = 0;
  whileRead = async () => {
    readings += 1;
    if (readings === 1) await meanwhile();
  };
  const service = createClassificationService({
    database: app.database,
    clock: systemClock,
    ids: uuidIds,
    models,
    settingsOf,
    change: app.services.change,
    judge: app.services.models,
    patterns: app.services.entityPatterns,
    guessByWords: guessCategoryByWords,
  });
  await service.understand(workspaceId, ticketId);
  return readings;
}

async function ask(subject: string, text: string) {
  const { workspace } = (await devi.get('/api/me')).body;
  const site = await app.services.portal.site(workspace.slug);
  typist += 1;
  const email = `typist${typist}@example.test`;
  const question = { name: 'Kim', email, subject, text, category: null, fields: {} };
  const more = { category: null, files: [], provedEmail: null };
  const { number } = await app.services.portal.ask(site, question, more);
  return app.database.owner
    .selectFrom('tickets')
    .select(['id', 'conversation_id', 'customer_id'])
    .where('workspace_id', '=', workspaceId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
}

const topics = async (id: string): Promise<string[]> => {
  const { signals } = (await devi.get(`/api/tickets/${id}/signals`)).body;
  return signals.map(({ topic }: { topic: string }) => topic);
};
const categoryOf = async (id: string) => (await devi.get(`/api/tickets/${id}`)).body.category;
const firing = 'My kiln does not reach the temperature for a bisque firing.';

describe('a ticket whose words are being read', () => {
  it('can be changed by others meanwhile, and is filed then', async () => {
    const { id } = await ask('Kiln', firing);
    const readings = await understand(id, async () => {
      await app.database.ownerPool.query('select id from tickets where id = $1 for update nowait', [
        id,
      ]);
      expect((await changeTicket(devi, id, { priority: 'high' })).status).toBe(200);
    });
    expect(readings).toBe(1);
    expect(await categoryOf(id)).toBe('Kiln firing');
  });

  it('keeps the category a person gave it meanwhile', async () => {
    const { id } = await ask('Kiln', firing);
    await understand(id, async () => {
      await changeTicket(devi, id, { category: 'Wheel throwing' });
    });
    expect(await categoryOf(id)).toBe('Wheel throwing');
  });

  it('is read again where its customer wrote more meanwhile', async () => {
    const one = await ask('Kiln', firing);
    const readings = await understand(one.id, async () => {
      await app.database.inWorkspace(workspaceId, (scope) =>
        app.services.conversations.append(scope, {
          conversationId: one.conversation_id,
          clientId: null,
          channel: 'email',
          author: { kind: 'customer', id: one.customer_id },
          text: 'My lawyer will write to you about this.',
        }),
      );
    });
    expect(readings).toBe(2);
    expect(await topics(one.id)).toContain('legal');
  });

  it('is left to the next reading where it never holds still', async () => {
    const { id } = await ask('Kiln', firing);
    let at = 0;
    whileRead = async () => undefined;
    const again = async (): Promise<void> => {
      at += 1;
      await changeTicket(devi, id, { subject: `Kiln, for the ${at}th time` });
      whileRead = again;
    };
    await understand(id, again);
    expect(at).toBe(3);
    expect(await topics(id)).toEqual([]);
    expect(await categoryOf(id)).toBeNull();
  });
});
