import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelWorld, type ModelWorld } from '../support/model-world.ts';

let world: ModelWorld;

beforeAll(async () => {
  world = await startModelWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.calm());

describe('a budget', () => {
  it('holds against calls at the same time', async () => {
    await world.setUp({ dailyTokens: 2_500, timeoutSeconds: 10 });
    world.peer.next.push(...Array.from({ length: 4 }, () => ({ say: '', afterMs: 100 })));
    const all = await Promise.all([world.write(), world.write(), world.write(), world.write()]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.reason === 'budget')).toHaveLength(3);
  });

  it('is used up and begins anew the next day', async () => {
    const answers: boolean[] = [];
    do answers.push((await world.write()).ok);
    while (answers.at(-1) === true);
    expect(answers.length).toBeGreaterThan(1);
    expect(await world.write()).toMatchObject({ ok: false, reason: 'budget' });
    expect(world.peer.asked).toHaveLength(answers.length - 1);
    world.clock.forward(24 * 60);
    expect((await world.write()).ok).toBe(true);
  });

  it('counts money too', async () => {
    await world.setUp({ dailyCost: 0.01 });
    expect(await world.write()).toMatchObject({ ok: false, reason: 'budget' });
    await world.setUp({ dailyCost: 0.05 });
    expect((await world.write()).ok).toBe(true);
    expect((await world.overview()).providers[0]?.today.cost).toBeGreaterThan(0.0003);
  });
});

describe('what a provider says it used', () => {
  it.each([-1_000_000, 0, 0.5, 1e15])('is not believed where it is %d', async (used) => {
    await world.setUp({ dailyTokens: 100_000 });
    const before = (await world.overview()).providers[0]?.today.tokens ?? 0;
    const message = { role: 'assistant', content: '{"answer":"It works."}' };
    const choices = [{ index: 0, finish_reason: 'stop', message }];
    const usage = { prompt_tokens: used, completion_tokens: used, total_tokens: used };
    const headers = { 'content-type': 'application/json' };
    world.peer.next.push({ status: 200, headers, body: JSON.stringify({ choices, usage }) });
    expect(await world.write()).toMatchObject({ ok: true, value: { answer: 'It works.' } });
    const after = (await world.overview()).providers[0]?.today.tokens ?? 0;
    expect(after - before).toBeGreaterThan(0);
    expect(after - before).toBeLessThan(1_000);
  });
});

it('keeps no key for an address that is the same but for its encryption', async () => {
  await world.setUp();
  const { apiKey: _apiKey, ...kept } = world.provider() as Record<string, unknown>;
  const elsewhere = { ...kept, baseUrl: world.peer.url.replace('http:', 'https:') };
  const refused = await world.devi.put('/api/models/write', elsewhere);
  expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'apiKey' }] } });
});

describe('the circuit breaker', () => {
  it('leaves a dead provider alone, lets one call find out, and is the same everywhere', async () => {
    await world.setUp();
    for (let call = 0; call < 5; call += 1) {
      world.peer.next.push({ status: 500 }, { status: 500 }, { status: 500 });
      await world.write();
    }
    world.peer.asked.length = 0;
    expect(await world.write()).toMatchObject({ ok: false, reason: 'circuit_open' });
    expect(world.peer.asked).toHaveLength(0);
    expect((await world.overview()).providers).toMatchObject([{ circuit: 'open' }]);
    world.clock.forward(31 / 60);
    expect((await world.overview()).providers).toMatchObject([{ circuit: 'half_open' }]);
    world.peer.next.push({ say: '', afterMs: 200 });
    const both = await Promise.all([world.write(), world.write()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await world.write()).ok).toBe(true);
    expect((await world.overview()).providers).toMatchObject([
      { circuit: 'closed', openUntil: null },
    ]);
  });
});

describe('what was asked', () => {
  it('is forgotten when its days are over', async () => {
    expect((await world.overview()).calls.length).toBeGreaterThan(10);
    await world.app.services.callRetention.run();
    expect((await world.overview()).calls.length).toBeGreaterThan(10);
    world.clock.forward(31 * 24 * 60);
    await world.app.services.callRetention.run();
    expect((await world.overview()).calls).toEqual([]);
  });
});
