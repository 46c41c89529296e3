import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobSchemas, type JobName } from '../../src/contracts/jobs.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';
import {
  enqueue,
  job,
  startJobs,
  type JobHandlers,
  type JobRunner,
} from '../../src/server/platform/jobs/jobs.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { until } from '../support/wait.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  workspaceId = (await app.demo()).id;
});

afterAll(() => app.stop());

/** Runs jobs of which every one takes as long as `handle` says, and tells which were run, in order. */
async function running(
  handle: (name: JobName) => Promise<void>,
  test: (ran: readonly JobName[]) => Promise<void>,
): Promise<void> {
  const ran: JobName[] = [];
  const names = Object.keys(jobSchemas) as JobName[];
  const run = (name: JobName) => async () => {
    await handle(name);
    ran.push(name);
  };
  const handlers = Object.fromEntries(
    names.map((name) => [name, run(name)]),
  ) as unknown as JobHandlers;
  const pool = app.database.ownerPool;
  let jobs: JobRunner | null = null;
  try {
    jobs = await startJobs({ pool, log: createLog('silent'), handlers });
    await test(ran);
  } finally {
    await jobs?.stop();
    await pool.query('delete from graphile_worker._private_jobs');
  }
}

const reading = () => job('mail.read', { workspaceId, intakeId: uuidIds.next() });
const sending = () => job('mail.send', { workspaceId, mailId: uuidIds.next() });
const counting = () => job('learning.follow', { workspaceId, ticketId: uuidIds.next() });
const count = (ran: readonly JobName[], name: JobName) => ran.filter((one) => one === name).length;

it('runs what follows from mails also while more mails come than can be read', async () => {
  let over = false;
  const readMore = async (name: JobName) => {
    await sleep(name === 'mail.read' ? 10 : 1);
    // Each that was read is followed by two: the prompt lane never runs dry.
    if (name === 'mail.read' && !over)
      await enqueue(app.database.ownerPool, [reading(), reading()]);
  };
  await running(readMore, async (ran) => {
    await enqueue(app.database.ownerPool, Array.from({ length: 40 }, reading));
    await until('mails are being read', () => count(ran, 'mail.read') > 20);
    await enqueue(app.database.ownerPool, Array.from({ length: 30 }, counting));
    await until('all that follows was run', () => count(ran, 'learning.follow') === 30);
    const { rows } = await app.database.ownerPool.query<{ left: number }>(
      'select count(*)::int as left from graphile_worker._private_jobs',
    );
    over = true;
    expect(rows[0]?.left).toBeGreaterThan(0);
  });
});

it('reads a mail while the lane of what follows is full', async () => {
  let isHeld = true;
  let begun = 0;
  const hold = async (name: JobName) => {
    if (name === 'learning.follow') begun += 1;
    while (name === 'learning.follow' && isHeld) await sleep(5);
  };
  await running(hold, async (ran) => {
    await enqueue(app.database.ownerPool, Array.from({ length: 50 }, counting));
    await until('its workers are taken', () => begun >= 2);
    await enqueue(app.database.ownerPool, [reading()]);
    await until('the mail is read', () => count(ran, 'mail.read') === 1);
    expect(count(ran, 'learning.follow')).toBe(0);
    isHeld = false;
    await until('the rest is run', () => count(ran, 'learning.follow') === 50);
  });
});

it('sends an answer before it reads the mails that came earlier', async () => {
  await running(
    () => sleep(10),
    async (ran) => {
      await enqueue(app.database.ownerPool, Array.from({ length: 200 }, reading));
      await until('reading has begun', () => count(ran, 'mail.read') > 0);
      await enqueue(app.database.ownerPool, [sending()]);
      await until('all was run', () => ran.length === 201);
      expect(ran.indexOf('mail.send')).toBeLessThan(100);
    },
  );
});

it('gives back what it had fetched and not begun when it stops, after what ran has ended', async () => {
  let isHeld = true;
  let begun = 0;
  const hold = async () => {
    begun += 1;
    while (isHeld) await sleep(5);
  };
  const handlers = Object.fromEntries(
    Object.keys(jobSchemas).map((name) => [name, hold]),
  ) as unknown as JobHandlers;
  const pool = app.database.ownerPool;
  const told: unknown[] = [];
  const log = Object.assign(createLog('silent'), { error: (words: unknown) => told.push(words) });
  const jobs = await startJobs({ pool, log, handlers });
  await enqueue(pool, Array.from({ length: 50 }, counting));
  await until('all are fetched', async () => {
    const { rows } = await pool.query<{ fetched: number }>(
      'select count(*)::int as fetched from graphile_worker._private_jobs where locked_by is not null',
    );
    return rows[0]?.fetched === 50 && begun > 0;
  });
  const stopped = jobs.stop();
  isHeld = false;
  await stopped;
  expect(told).toEqual([]);
  const { rows } = await pool.query<{ left: number; locked: number }>(
    'select count(*)::int as left, count(locked_by)::int as locked from graphile_worker._private_jobs',
  );
  expect(rows).toEqual([{ left: 50 - begun, locked: 0 }]);
  await pool.query('delete from graphile_worker._private_jobs');
});
