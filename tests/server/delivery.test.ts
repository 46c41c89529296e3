import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { startProcess } from '../support/processes.ts';
import { until } from '../support/wait.ts';

const rounds = 6;

let app: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  app = await startTestApp({ config: { roles: new Set() } });
  // Only the killed processes move facts here.
  await app.relay.stop();
  owner = new pg.Client(app.connection);
  await owner.connect();
  await owner.query('create table delivered (fact uuid primary key, runs integer not null)');
});

afterAll(async () => {
  await owner.end();
  await app.stop();
});

function start(orders: object) {
  const { lines, end } = startProcess(
    new URL('../support/relay-victim.ts', import.meta.url),
    orders,
  );
  const committed: string[] = [];
  const seen = { ready: false };
  lines.on('line', (line) => {
    const said = JSON.parse(line) as { committed?: string; ready?: boolean };
    if (said.committed !== undefined) committed.push(said.committed);
    if (said.ready === true) seen.ready = true;
  });
  return { committed, seen, end };
}

/** The facts of jobs that were fetched and not marked done. */
async function inHands(): Promise<string[]> {
  const { rows } = await owner.query<{ fact: string }>(
    `select payload ->> 'mailId' as fact from graphile_worker._private_jobs where locked_at is not null`,
  );
  return rows.map(({ fact }) => fact);
}

it('loses nothing and runs each job once, however often the process is killed between commit and delivery', async () => {
  const { id: workspaceId } = await app.demo();
  const committed: string[] = [];
  /** How often a job was in the hands of a process as it was killed, by its fact. */
  const interrupted = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const victim = start({ connection: app.connection, workspaceId, writes: true });
    const wanted = 40 + round * 25;
    await until('some commits', () => victim.committed.length >= wanted, 90_000);
    await victim.end();
    committed.push(...victim.committed);
    for (const fact of await inHands()) interrupted.set(fact, (interrupted.get(fact) ?? 0) + 1);
  }
  const survivor = start({ connection: app.connection, workspaceId, writes: false });
  await until('the survivor', () => survivor.seen.ready, 90_000);
  const waiting = async () =>
    (
      await owner.query(
        `select (select count(*) from outbox)::int + (select count(*) from graphile_worker._private_jobs)::int as left`,
      )
    ).rows[0].left as number;
  await until('an empty outbox and queue', async () => (await waiting()) === 0, 120_000);
  await survivor.end();

  const delivered = await owner.query<{ fact: string; runs: number }>(
    'select fact, runs from delivered',
  );
  const facts = new Set(delivered.rows.map((row) => row.fact));
  expect(committed.length).toBeGreaterThan(rounds * 40);
  expect(committed.filter((fact) => !facts.has(fact))).toEqual([]);
  const again = delivered.rows.filter((row) => row.runs > 1);
  // A job is run again only if it had been fetched by a process that was killed before it marked it done.
  const unasked = again.filter(({ fact, runs }) => runs > 1 + (interrupted.get(fact) ?? 0));
  expect(unasked).toEqual([]);
  expect(interrupted.size, 'killed in the middle').toBeGreaterThan(0);
}, 600_000);
