import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketSignal } from '../../src/contracts/classification.ts';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let devi: Api;
let workspaceId: string;
let typist = 0;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
  workspaceId = (await app.demo()).id;
});
afterAll(() => app.stop());

/** Asks by the form of the portal; the id of the ticket. */
async function ask(subject: string, text: string): Promise<string> {
  const { workspace } = (await devi.get('/api/me')).body;
  const site = await app.services.portal.site(workspace.slug);
  typist += 1;
  const email = `typist${typist}@example.test`;
  const question = { name: 'Kim', email, subject, text, category: null, fields: {} };
  const { number } = await app.services.portal.ask(site, question, {
    category: null,
    files: [],
    provedEmail: null,
  });
  const { rows } = await app.database.ownerPool.query(
    'select id from tickets where workspace_id = $1 and number = $2',
    [workspaceId, number],
  );
  return rows[0].id;
}

const signalsOf = async (id: string): Promise<TicketSignal[]> =>
  (await devi.get(`/api/tickets/${id}/signals`)).body.signals;

const category = async (name: string, examples: string[]) =>
  devi.post('/api/categories', { name, description: '', keywords: [], examples });

const trainings = async () => (await devi.get('/api/classification/trainings')).body.trainings;

describe('signals of a ticket', () => {
  it('are of its first and its newest messages, however many there are', async () => {
    const id = await ask('A long story', 'My lawyer will write to you about this.');
    const { rows } = await app.database.ownerPool.query(
      'select conversation_id, customer_id from tickets where id = $1',
      [id],
    );
    const said = Array.from({ length: 60 }, (_, at) =>
      at === 58 ? 'I want to speak to a human.' : `It is still blue, for the ${at}th day.`,
    );
    for (const text of said)
      await app.database.inWorkspace(workspaceId, (scope) =>
        app.services.conversations.append(scope, {
          conversationId: rows[0].conversation_id,
          clientId: null,
          channel: 'email',
          author: { kind: 'customer', id: rows[0].customer_id },
          text,
        }),
      );
    const topics = await until('its newest words to be read', async () => {
      const signals = await signalsOf(id);
      return signals.some(({ kind }) => kind === 'person_wish') ? signals : null;
    });
    expect(topics.map(({ topic }) => topic)).toContain('legal');
  });

  it('are risks and the wish for a person, with the words that say so', async () => {
    const id = await ask(
      'Third grinder',
      'My lawyer will write to you about this. I want to speak to a human.',
    );
    const signals = await until('it is read', async () => {
      const found = await signalsOf(id);
      return found.length > 0 ? found : null;
    });
    const legal = signals.find(({ topic }) => topic === 'legal');
    expect(legal).toMatchObject({ kind: 'risk' });
    expect(legal?.evidence[0]?.text.toLowerCase()).toContain('lawyer');
    expect(signals.map(({ kind }) => kind)).toContain('person_wish');
  });

  it('come with what is asked for and the things that are named, each once', async () => {
    const id = await ask(
      'Order 4711-A',
      'Please refund me: order 4711-A of 3 May 2026 cost 49.90 EUR. Again: order 4711-A.',
    );
    const { request, entities } = (await devi.get(`/api/tickets/${id}/signals`)).body;
    expect(request.value).toBe('service_request');
    const found = entities.map(({ kind, value }: { kind: string; value: string }) => [kind, value]);
    expect(found).toEqual([
      ['order_number', '4711-A'],
      ['date', '3 May 2026'],
      ['amount', '49.90 EUR'],
    ]);
    expect(entities[0].evidence.message).not.toBe('subject');
  });

  it('are for members, and only of tickets there are', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await devi.get(`/api/tickets/${nobody}/signals`)).status).toBe(404);
    const ana = await app.as('ana');
    expect((await ana.get('/api/classification/trainings')).status).toBe(403);
  });
});

describe('what is a risk', () => {
  const risksOf = async (id: string) =>
    (await signalsOf(id)).filter(({ kind }) => kind === 'risk').map(({ topic }) => topic);
  const read = async (text: string) => {
    const id = await ask('Steam', text);
    await app.services.classification.understand((await app.demo()).id, id);
    return risksOf(id);
  };

  it('is as little of a topic as the workspace wants', async () => {
    const hint = 'This smells and is very hot';
    const plain = 'The grinder gave sparks and my son burnt his hand.';
    expect(await read(hint)).toEqual([]);
    expect(await read(plain)).toContain('safety');
    await devi.patch('/api/settings', { classification: { risks: { safety: 'hint' } } });
    expect(await read(hint)).toEqual(['safety']);
    await devi.patch('/api/settings', { classification: { risks: { safety: 'off' } } });
    expect(await read(plain)).not.toContain('safety');
    const kept = await devi.patch('/api/settings', {
      classification: { risks: { legal: 'clear' } },
    });
    expect(kept.body.classification.risks).toEqual({ safety: 'off', legal: 'clear' });
    await devi.patch('/api/settings', {
      classification: { risks: { safety: 'telling', legal: 'telling' } },
    });
  });
});

describe('settings that belong together', () => {
  it('stay as they are when another of them changes', async () => {
    await devi.patch('/api/settings', {
      bot: { minimumConfidence: 0.95 },
      classification: { minimumConfidence: 0.9 },
    });
    await devi.patch('/api/settings', {
      bot: { answers: true },
      classification: { categories: true },
    });
    const { body } = await devi.get('/api/settings');
    expect(body.bot.minimumConfidence).toBe(0.95);
    expect(body.classification.minimumConfidence).toBe(0.9);
  });
});

describe('the category of a ticket that is no chat', () => {
  it('is learned from examples, set where the model is sure, and says why', async () => {
    await category('Kiln firing', [
      'At how many degrees do I fire my bisque kiln',
      'The kiln does not reach its temperature when firing',
      'My kiln cracks every bowl in the bisque firing',
      'How long must a glaze firing in the kiln take',
    ]);
    await category('Wheel throwing', [
      'My clay wobbles on the wheel when I throw',
      'Which wheel speed do I need for throwing a bowl',
      'The pottery wheel squeaks while throwing',
      'How do I centre clay on the wheel',
    ]);
    const [first] = await until(
      'a model is trained',
      async () => {
        const all = await trainings();
        return all[0]?.examples >= 8 ? all : null;
      },
      30_000,
    );
    expect(first).toMatchObject({ verdict: expect.any(String), categories: expect.any(Number) });
    await devi.patch('/api/settings', { classification: { minimumConfidence: 0.3 } });
    const id = await ask('Kiln', 'My kiln does not reach the temperature for a bisque firing.');
    const ticket = await until('it is filed', async () => {
      const { body } = await devi.get(`/api/tickets/${id}`);
      return body.category === null ? null : body;
    });
    expect(ticket.category).toBe('Kiln firing');
    const { rows } = await app.database.ownerPool.query(
      `select actor_kind, data from ticket_events where ticket_id = $1 and type = 'category.guessed'`,
      [id],
    );
    expect(rows[0]).toMatchObject({ actor_kind: 'assistant', data: { category: 'Kiln firing' } });
    expect(rows[0].data.words).toContain('kiln');
  }, 60_000);

  it('is left to people who decided, and where it is switched off', async () => {
    await devi.patch('/api/settings', { classification: { categories: false } });
    const id = await ask('Kiln', 'My kiln does not reach the temperature for a bisque firing.');
    const found = await until('it is read', async () => {
      const signals = await signalsOf(id);
      return signals.length > 0 ? signals : null;
    });
    expect(found.find(({ kind }) => kind === 'category')?.topic).toBe('Kiln firing');
    expect((await devi.get(`/api/tickets/${id}`)).body.category).toBeNull();
  });
});

describe('patterns of things', () => {
  const put = (patterns: object[]) => devi.put('/api/entity-patterns', { patterns });
  const tried = async (patterns: string[], text: string) =>
    (await devi.post('/api/entity-patterns/try', { patterns, text })).body.results;

  it('are tried before they are saved, and say what is wrong', async () => {
    const results = await tried(
      ['(?i)loom-([0-9]{3})', 'a*', '(?=x)y'],
      'My Loom-123 and loom-456',
    );
    expect(results).toEqual([
      { problem: null, found: ['123', '456'] },
      { problem: 'matches_nothing', found: [] },
      { problem: 'not_supported', found: [] },
    ]);
    const refused = await put([
      { kind: 'Loom', pattern: 'loom-[0-9]+' },
      { kind: 'loom', pattern: 'a*' },
    ]);
    expect(refused.status).toBe(400);
    expect(refused.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      'patterns.1.kind',
      'patterns.1.pattern',
    ]);
  });

  it('are the workspace own once it has saved some, and Segue brings its own back', async () => {
    expect((await devi.get('/api/entity-patterns')).body.shipped).toBe(true);
    const own = [
      { kind: 'Loom', pattern: '(?i)loom-([0-9]{3})', enabled: true },
      { kind: 'Shed', pattern: 'shed-[0-9]+', enabled: false },
    ];
    expect((await put(own)).body).toEqual({ patterns: own, shipped: false });
    const id = await ask('Broken', 'My loom-123 of order 4711 stands in shed-9');
    const { entities } = (await devi.get(`/api/tickets/${id}/signals`)).body;
    expect(entities).toMatchObject([{ kind: 'Loom', value: '123' }]);
    expect((await put([])).body.shipped).toBe(true);
    const ana = await app.as('ana');
    expect((await ana.put('/api/entity-patterns', { patterns: own })).status).toBe(403);
  });
});
