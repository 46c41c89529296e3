import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let devi: Api;

beforeAll(async () => {
  app = await startTestApp();
  devi = await app.as('devi');
});

afterAll(() => app.stop());

const inOrder = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

/** The same request six times in the same moment; its statuses in order. */
const sixTimes = async (send: () => Promise<{ status: number }>): Promise<number[]> =>
  inOrder(await Promise.all(Array.from({ length: 6 }, send)));

const onlyOne = [200, 409, 409, 409, 409, 409];
const macro = { name: 'Twin', description: '', folder: '', chatText: 'Hello', mailHtml: '' };

describe('the same name for two things at once', () => {
  it.each([
    ['a shared macro', '/api/macros', { ...macro, actions: [], shared: true }],
    ["a macro of one's own", '/api/macros', { ...macro, actions: [], shared: false }],
    ['a tag', '/api/tags', { name: 'twin' }],
    [
      'a colleague',
      '/api/members',
      { name: 'Twin', email: 'twin@lowtide.test', role: 'agent', groupIds: [] },
    ],
  ])('is given to the first: %s', async (_what, path, body) => {
    expect(await sixTimes(() => devi.post(path, body))).toEqual(onlyOne);
  });

  it('is not taken from a macro that is renamed', async () => {
    const made = await Promise.all(
      ['One', 'Two', 'Three'].map((name) =>
        devi.post('/api/macros', { ...macro, name, actions: [], shared: true }),
      ),
    );
    const answers = await Promise.all(
      made.map(({ body }) =>
        devi.put(`/api/macros/${body.id}`, { ...macro, name: 'Same', actions: [], shared: true }),
      ),
    );
    expect(inOrder(answers)).toEqual([200, 409, 409]);
  });

  it('is not taken from a tag that is renamed', async () => {
    const made = await Promise.all(
      ['one', 'two', 'three'].map((name) => devi.post('/api/tags', { name })),
    );
    const answers = await Promise.all(
      made.map(({ body }) => devi.patch(`/api/tags/${body.id}`, { name: 'same' })),
    );
    expect(inOrder(answers)).toEqual([200, 409, 409]);
  });
});

it('gives one account to colleagues who are added at once for the first time', async () => {
  for (const name of ['nina', 'omar', 'pia', 'quin']) {
    const person = { name, email: `${name}@lowtide.test`, role: 'agent', groupIds: [] };
    expect(await sixTimes(() => devi.post('/api/members', person))).toEqual(onlyOne);
  }
});

it('lets a colleague come back who was removed', async () => {
  const person = { name: 'Eva', email: 'eva@lowtide.test', role: 'agent', groupIds: [] };
  const { id } = (await devi.post('/api/members', person)).body;
  expect((await devi.post('/api/members', person)).body).toMatchObject({
    code: 'name_taken',
    fields: [{ path: 'email' }],
  });
  expect((await devi.delete(`/api/members/${id}`)).status).toBe(200);
  const back = await devi.post('/api/members', { ...person, name: 'Eva Lund' });
  expect(back).toMatchObject({ status: 200, body: { id } });
  const { members } = (await devi.get('/api/members')).body;
  expect(members).toContainEqual(expect.objectContaining({ id, name: 'Eva Lund', groups: [] }));
});

describe('a list that is saved as a whole, by several at once', () => {
  it('is one of those lists, whole: what things of a workspace look like', async () => {
    let calls = 0;
    const statuses = await sixTimes(() => {
      calls += 1;
      const patterns = ['bike', 'boat'].map((kind) => {
        return { kind: `${kind} ${calls}`, pattern: `${kind}-\\d+`, enabled: true };
      });
      return devi.put('/api/entity-patterns', { patterns });
    });
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
    const { patterns } = (await devi.get('/api/entity-patterns')).body;
    const numbers = patterns.map(({ kind }: { kind: string }) => kind.split(' ')[1]);
    expect(patterns).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
  });
});

describe('the button that stops the assistant', () => {
  it('stops it also while somebody saves its policy', async () => {
    const { version, policy } = (await devi.get('/api/assistant/policy')).body.current;
    for (const turns of [2, 3, 4, 5]) {
      const { body } = await devi.get('/api/assistant/policy');
      const changed = { ...body.current.policy, limits: { ...policy.limits, turns } };
      const saved = { version: body.current.version, policy: changed, note: '' };
      const [stopped] = await Promise.all([
        devi.put('/api/assistant/stopped', { stopped: turns % 2 === 0 }),
        devi.put('/api/assistant/policy', saved),
      ]);
      expect(stopped.status).toBe(200);
    }
    expect((await devi.get('/api/assistant/policy')).body.current.version).toBeGreaterThan(version);
  });
});
