import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelTrial } from '../../src/contracts/models.ts';
import { startModelWorld, type ModelWorld } from '../support/model-world.ts';

let world: ModelWorld;

beforeAll(async () => {
  world = await startModelWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.calm());

describe('a workspace without a provider', () => {
  it('is told so, and nothing is recorded', async () => {
    expect(await world.write()).toEqual({ ok: false, reason: 'not_configured', why: null });
    expect((await world.app.services.models.embed(world.workspaceId, ['a'])).ok).toBe(false);
    expect((await world.overview()).calls).toEqual([]);
  });
});

describe('setting up', () => {
  it('keeps the key and never shows it again, in no form', async () => {
    await world.setUp();
    const { providers } = await world.overview();
    expect(providers).toMatchObject([
      { purpose: 'write', hasKey: true, circuit: 'closed', failures: 0 },
    ]);
    expect(JSON.stringify(await world.overview())).not.toContain('sk-very-secret');
    const rows = await world.app.database.owner
      .selectFrom('model_providers')
      .select('sealed_key')
      .execute();
    expect(rows[0]?.sealed_key?.toString('latin1')).not.toContain('secret');
    await world.write();
    expect(world.peer.asked[0]?.headers.authorization).toBe('Bearer sk-very-secret');
  });

  it('sends a key to no other host than it was entered for', async () => {
    await world.setUp();
    const elsewhere = world.provider({ baseUrl: 'https://models.example/v1', apiKey: undefined });
    const answer = await world.devi.put('/api/models/write', elsewhere);
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'apiKey' }] } });
    const same = world.provider({
      baseUrl: `${world.peer.url}/`,
      apiKey: undefined,
      model: 'other',
    });
    expect((await world.devi.put('/api/models/write', same)).status).toBe(200);
    await world.write();
    expect(world.peer.asked[0]).toMatchObject({
      headers: { authorization: 'Bearer sk-very-secret' },
      body: { model: 'other' },
    });
  });

  it.each([
    ['an address inside', { baseUrl: 'http://169.254.169.254/v1' }, 'baseUrl'],
    ['no address', { baseUrl: 'file:///etc/passwd' }, 'baseUrl'],
    ['no model', { model: ' ' }, 'model'],
    ['a negative price', { priceIn: -1 }, 'priceIn'],
  ])('refuses %s', async (_what, more, field) => {
    const answer = await world.devi.put('/api/models/write', world.provider(more));
    expect(answer.status).toBe(400);
    expect(answer.body.fields[0].path).toContain(field);
  });

  it('is for admins', async () => {
    for (const name of ['ana', 'clara'] as const) {
      const other = await world.app.as(name);
      expect((await other.get('/api/models')).status).toBe(403);
      expect((await other.post('/api/models/write/try')).status).toBe(403);
    }
  });

  it('knows no embedder by Anthropic, and takes a provider away', async () => {
    const wrong = await world.devi.put('/api/models/embed', world.provider({ kind: 'anthropic' }));
    expect(wrong.status).toBe(400);
    await world.setUp({}, 'classify');
    expect((await world.devi.delete('/api/models/classify')).status).toBe(200);
    expect((await world.devi.delete('/api/models/classify')).status).toBe(404);
  });
});

describe('a call', () => {
  it('gives an object of the schema and is recorded with what it cost, without its text', async () => {
    await world.setUp();
    const result = await world.write('Where is my parcel?');
    expect(result).toMatchObject({
      ok: true,
      value: { answer: 'It works.' },
      call: { model: 'small-model', tokensIn: 100, tokensOut: 20, costMicros: 300 },
    });
    expect(await world.lastCall()).toMatchObject({
      purpose: 'write',
      prompt: 'greet',
      promptVersion: 3,
      result: 'ok',
      attempts: 1,
      tokensIn: 100,
      tokensOut: 20,
      cost: 0.0003,
      sent: null,
      received: null,
    });
  });

  it('keeps texts only where the workspace says so', async () => {
    await world.setUp();
    await world.devi.patch('/api/settings', { models: { keepTexts: true } });
    await world.write('Where is my parcel?');
    await world.devi.patch('/api/settings', { models: { keepTexts: false } });
    const call = await world.lastCall();
    expect(call?.sent).toContain('Where is my parcel?');
    expect(call?.received).toContain('It works.');
  });

  it('repairs an answer of the wrong shape once', async () => {
    await world.setUp();
    world.peer.next.push({ say: 'Sure! {"reply": 1}' }, { say: '```json\n{"answer":"Now."}\n```' });
    expect(await world.write()).toMatchObject({ ok: true, value: { answer: 'Now.' } });
    expect(world.peer.asked[1]?.texts.at(-1)).toContain('answer');
    expect(await world.lastCall()).toMatchObject({ attempts: 2, tokensIn: 200, tokensOut: 40 });
    world.peer.next.push({ say: 'no' }, { say: 'still no' });
    expect(await world.write()).toMatchObject({
      ok: false,
      reason: 'malformed',
      call: { tokensIn: 200 },
    });
    expect(world.peer.asked).toHaveLength(4);
  });

  it('tries again what may work, and waits as long as the provider asks', async () => {
    await world.setUp();
    world.peer.next.push({ status: 503 }, { status: 429, headers: { 'retry-after': '1' } });
    const started = performance.now();
    expect((await world.write()).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(1_000);
    expect(await world.lastCall()).toMatchObject({ result: 'ok', attempts: 3 });
  });

  it('does not wait longer than it has time', async () => {
    await world.setUp({ timeoutSeconds: 50 });
    world.peer.next.push({ status: 429, headers: { 'retry-after': '60' } });
    const started = performance.now();
    expect(await world.write()).toMatchObject({ ok: false, reason: 'rate_limited' });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(world.peer.asked).toHaveLength(1);
  });

  it('does not try again what cannot work, and tells no key', async () => {
    await world.setUp();
    const body = JSON.stringify({ error: { message: 'Bad key sk-very-secret', type: 'auth' } });
    world.peer.next.push({ status: 401, body });
    expect(await world.write()).toMatchObject({
      ok: false,
      reason: 'failed',
      why: 'It answered 401: Bad key [key]',
    });
    expect(world.peer.asked).toHaveLength(1);
  });

  it('tells no part of a key either, where its message is cut', async () => {
    await world.setUp();
    for (let before = 270; before <= 300; before += 1) {
      const message = `${'x'.repeat(before)}sk-very-secret`;
      world.peer.next.push({ status: 401, body: JSON.stringify({ error: { message } }) });
      const answer = await world.write();
      expect(JSON.stringify(answer)).not.toContain('xs');
      expect((await world.lastCall())?.error ?? '').not.toContain('xs');
    }
  });

  it.each([
    ['hangs', ['hang'], 'timeout'],
    ['is too slow', [{ say: '{}', afterMs: 3_000 }], 'timeout'],
    ['cuts the line', ['cut', 'cut', 'cut'], 'failed'],
    ['never stops talking', ['huge'], 'failed'],
    ['speaks HTML', ['garbage'], 'malformed'],
    ['refuses', [{ say: '{"answer":"I"}', stop: 'content_filter' }], 'refused'],
    ['is broken', [{ status: 500 }, { status: 500 }, { status: 500 }], 'failed'],
  ] as const)('survives a server that %s', async (_how, conduct, reason) => {
    await world.setUp({ timeoutSeconds: 1 });
    world.peer.next.push(...conduct);
    const result = await world.write();
    expect(result).toMatchObject({ ok: false, reason });
    expect(await world.lastCall()).toMatchObject({ result: reason });
  });

  it('survives a server that is not there', async () => {
    await world.setUp({ baseUrl: 'http://127.0.0.1:9/v1' });
    expect(await world.write()).toMatchObject({
      ok: false,
      why: 'Nobody listens at that address.',
    });
  });

  it('counts what the server does not', async () => {
    await world.setUp();
    world.peer.next.push('no_usage');
    const result = await world.write('x'.repeat(4_000));
    expect(result.call?.tokensIn).toBeGreaterThan(1_000);
    expect(result.call?.tokensOut).toBeGreaterThan(0);
  });

  it('asks for the shape the way the server knows', async () => {
    for (const [answerFormat, type] of [
      ['json_schema', 'json_schema'],
      ['json_object', 'json_object'],
      ['text', undefined],
    ] as const) {
      await world.setUp({ answerFormat });
      expect((await world.write()).ok).toBe(true);
      expect(world.peer.asked.at(-1)?.body.response_format?.type).toBe(type);
      expect(world.peer.asked.at(-1)?.texts[0]).toContain('"answer"');
    }
  });

  it('makes so many at once and no more', async () => {
    await world.setUp({ maxConcurrent: 2, timeoutSeconds: 10 });
    let busy = 0;
    let most = 0;
    world.peer.answer = () => {
      busy += 1;
      most = Math.max(most, busy);
      setTimeout(() => (busy -= 1), 30);
      return '{"answer":"x"}';
    };
    world.peer.next.push(...Array.from({ length: 6 }, () => ({ say: '', afterMs: 30 })));
    const all = await Promise.all(Array.from({ length: 6 }, () => world.write()));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(most).toBeLessThanOrEqual(2);
  });
});

describe('personal data', () => {
  it('stays here and is put back into what returns', async () => {
    await world.setUp();
    const text =
      'Anna Bell here, anna@bell.example, +49 30 1234567, DE89 3704 0044 0532 0130 00, 4111 1111 1111 1111, order #AB-10432. Anna.';
    world.peer.answer = ({ texts }) => JSON.stringify({ answer: texts.at(-1) });
    const result = await world.write(text, ['Anna Bell']);
    expect(result).toMatchObject({ ok: true, value: { answer: text } });
    const { raw = '' } = world.peer.asked[0] ?? {};
    for (const secret of ['Anna', 'Bell', 'example', '1234567', '3704', '4111', '10432'])
      expect(raw).not.toContain(secret);
    expect(await world.lastCall()).toMatchObject({ redacted: 7 });
  });

  it('is what the workspace says it is', async () => {
    await world.setUp();
    const patterns = [{ kind: 'serial', pattern: 'SN-([0-9]{6})' }];
    await world.devi.put('/api/entity-patterns', { patterns });
    await world.devi.patch('/api/settings', { models: { redact: { emails: false } } });
    await world.write('a@b.example, SN-123456');
    await world.devi.patch('/api/settings', { models: { redact: { emails: true } } });
    await world.devi.put('/api/entity-patterns', { patterns: [] });
    expect(world.peer.asked[0]?.texts.at(-1)).toBe('a@b.example, SN-[REF_1]');
  });
});

describe('vectors', () => {
  it('come one for each text', async () => {
    await world.setUp({ priceIn: 0.02, priceOut: 0 }, 'embed');
    const result = await world.app.services.models.embed(world.workspaceId, ['ab', 'a@b.example']);
    expect(result).toMatchObject({
      ok: true,
      value: [
        [2, 1, 0],
        ['[EMAIL_1]'.length, 1, 0],
      ],
    });
    expect(await world.lastCall()).toMatchObject({ purpose: 'embed', tokensIn: 100, cost: 2e-6 });
  });

  it('are refused when they do not fit', async () => {
    await world.setUp({}, 'embed');
    world.peer.vectorOf = (text) => Array.from(text, () => 1);
    const result = await world.app.services.models.embed(world.workspaceId, ['ab', 'abc']);
    expect(result).toMatchObject({ ok: false, reason: 'malformed' });
  });
});

describe('Anthropic', () => {
  it.each(['claude-sonnet-4-5', 'claude-3-haiku-20240307'])('answers as %s', async (model) => {
    await world.setUp({ kind: 'anthropic', model });
    expect(await world.write()).toMatchObject({
      ok: true,
      value: { answer: 'It works.' },
      call: { tokensIn: 100, tokensOut: 20 },
    });
    // Articles may still be on their way to the server that was asked for vectors before.
    expect(world.peer.asked.find(({ path }) => path === '/v1/messages')).toMatchObject({
      headers: { 'x-api-key': 'sk-very-secret' },
      body: { model },
    });
  });

  it('fails like any other', async () => {
    await world.setUp({ kind: 'anthropic', model: 'claude-sonnet-4-5' });
    const body = JSON.stringify({
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded' },
    });
    world.peer.next.push({ status: 529, body }, { status: 529, body });
    expect((await world.write()).ok).toBe(true);
    world.peer.next.push({ status: 404, body });
    expect(await world.write()).toMatchObject({ ok: false, why: 'It answered 404: Overloaded' });
  });
});

describe('trying it out', () => {
  const attempt = async (purpose = 'write'): Promise<ModelTrial> =>
    (await world.devi.post(`/api/models/${purpose}/try`)).body;

  it('shows what it said, or cause and cure', async () => {
    await world.setUp();
    expect(await attempt()).toMatchObject({ ok: true, answer: 'It works.', tokens: 120 });
    await world.setUp({ baseUrl: 'http://127.0.0.1:9/v1' });
    const trial = await attempt();
    expect(trial).toMatchObject({ ok: false, cause: 'Nobody listens at that address.' });
    expect(trial.cure).toContain('Start the model server');
    expect(await attempt('classify')).toMatchObject({ ok: false, reason: 'not_configured' });
  });

  it('asks a provider that is switched off, which nothing else does', async () => {
    await world.setUp({ enabled: false });
    expect(await world.write()).toMatchObject({ ok: false, reason: 'not_configured' });
    expect(await attempt()).toMatchObject({ ok: true });
  });
});
