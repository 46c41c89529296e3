import { afterAll, beforeAll, expect, it } from 'vitest';
import { uuidIds } from '../../src/server/platform/ids.ts';
import { job } from '../../src/server/platform/jobs/jobs.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { startRelay } from '../../src/server/platform/outbox/relay.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  await app.relay.stop();
  workspaceId = (await app.demo()).id;
});

afterAll(() => app.stop());

const count = async (table: string) =>
  (await app.database.ownerPool.query(`select count(*)::int as count from ${table}`)).rows[0].count;

/** Records a fact and moves it, with jobs made by `runAt`. */
async function moved(runAt: Date): Promise<{ facts: number; jobs: number }> {
  const { owner, ownerPool, inWorkspace } = app.database;
  await owner.deleteFrom('outbox').execute();
  await ownerPool.query('delete from graphile_worker._private_jobs');
  await inWorkspace(workspaceId, async (scope) =>
    scope.record({ type: 'mail.queued', mailId: uuidIds.next() }),
  );
  const sending = () => job('mail.send', { workspaceId, mailId: uuidIds.next() });
  const later = () => job('sla.rematch', { workspaceId }, { key: 'rematch', runAt });
  const kept = () => job('search.index', { workspaceId }, { key: 'index', runAt, keepRunAt: true });
  const relay = startRelay({
    pool: ownerPool,
    log: createLog('silent'),
    listeners: [{ jobs: () => [sending(), later(), kept()] }],
  });
  await relay.stop();
  return { facts: await count('outbox'), jobs: await count('graphile_worker._private_jobs') };
}

it('takes a fact away with the commit of all its jobs', async () => {
  expect(await moved(new Date())).toEqual({ facts: 0, jobs: 3 });
});

it('keeps a fact whose jobs cannot be written', async () => {
  expect(await moved(new Date(Number.NaN))).toEqual({ facts: 1, jobs: 0 });
});
