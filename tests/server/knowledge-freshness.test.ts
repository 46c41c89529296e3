import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi, type Api } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { startProcess, type TestProcess } from '../support/processes.ts';

let app: TestApp;
let here: Api;
let there: Api;
let second: TestProcess;

beforeAll(async () => {
  app = await startTestApp();
  here = await app.as('devi');
  second = startProcess(new URL('../support/second-process.ts', import.meta.url), app.connection);
  there = createApi(await second.line());
  await there.signIn('clara@lowtide.test', 'segue-demo-2026');
}, 60_000);

afterAll(async () => {
  await second.end('SIGTERM');
  await app.stop();
});

const secondMs = 1_000;

async function found(by: Api, text: string): Promise<string[]> {
  const { body } = await by.post('/api/knowledge/questions', { text, audience: 'customer' });
  return body.passages.map(({ title, text: words }: { title: string; text: string }) =>
    [title, words].join(' '),
  );
}

/** A second after a change was acknowledged: that is what is promised, so that time itself is waited for. */
async function aSecondAfter<Answer>(change: Promise<Answer>): Promise<Answer> {
  const answer = await change;
  await pause(secondMs);
  return answer;
}

test('an article changed in one process is found in the other within a second', async () => {
  const question = 'How do I thread the warp of my tapestry loom?';
  // Both have their index open and current.
  const opened = await Promise.all([found(here, question), found(there, question)]);
  expect(opened.flat().join(' ')).not.toContain('heddle');

  const text =
    '# Threading the warp of a tapestry loom\n\nPull the warp through the heddle, thread by thread.';
  const { body } = await here.post('/api/knowledge/articles', {
    title: 'Threading the warp of a tapestry loom',
    body: text,
  });
  const status = (to: string) =>
    here.post(`/api/knowledge/articles/${body.id}/status`, { status: to });
  expect((await aSecondAfter(status('published'))).status).toBe(200);
  expect((await found(there, question))[0]).toContain('heddle');

  const changed = await aSecondAfter(
    here.patch(`/api/knowledge/articles/${body.id}`, {
      body: text.replace('heddle', 'reed'),
      lastVersion: 1,
    }),
  );
  expect(changed.status).toBe(200);
  const published = await aSecondAfter(status('published'));
  expect(published.status).toBe(200);
  const [first] = await found(there, question);
  expect(first).toContain('reed');
  expect(first).not.toContain('heddle');

  await aSecondAfter(status('archived'));
  expect((await found(there, question)).join(' ')).not.toContain('reed');
}, 60_000);

test('synonyms and what the other process writes are found here as well', async () => {
  const question = 'My wobblegong is broken';
  const { body } = await there.post('/api/knowledge/articles', {
    title: 'Replace a frayed shuttle',
    body: '# Replace a frayed shuttle\n\nA frayed shuttle is replaced for free.',
  });
  await aSecondAfter(
    there.post(`/api/knowledge/articles/${body.id}/status`, { status: 'published' }),
  );
  const before = await found(here, question);
  expect(before[0] ?? '').not.toContain('frayed');
  await aSecondAfter(
    there.post('/api/knowledge/synonyms', { words: ['wobblegong', 'frayed shuttle'] }),
  );
  expect((await found(here, question))[0]).toContain('frayed');
}, 60_000);
