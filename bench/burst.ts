/**
 * A burst of mail into an empty site: the whole program with its web server, relay and jobs in this process,
 * everybody at their desks, and 50,000 mails that wait at once. While the router gives them out, a desk in a
 * process of its own asks the web server all the time. Says durable assignments per second, the delay of the
 * event loop, and how long the answers took. The desk's own delay shows what the machine alone costs.
 *
 *   npm run bench -- burst [items = 50000] [agents = 200] [mails each agent may hold = 500]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { App } from '../src/server/app.ts';
import { routingJob } from '../src/server/features/routing/index.ts';
import { enqueue } from '../src/server/platform/jobs/jobs.ts';
import { cpuOf, type Cpu } from './support/cpu.ts';
import { makeMailWork } from './support/mail-work.ts';
import { addAgents, withProgram } from './support/program.ts';

const [items = 50_000, agents = 200, each = 500] = process.argv.slice(2).map(Number);
const asker = new URL('./support/asker.ts', import.meta.url).pathname;

interface Asked {
  readonly took: readonly number[];
  readonly failed: number;
  readonly ownP99: number;
}

/** After five minutes what waits is a backlog, and given out at the pace of one: then there is nothing to measure. */
const mostMs = 280_000;

await withProgram(run, ['http', 'worker']);

async function run(app: App, workspaceId: string): Promise<void> {
  const { database, url } = app;
  await addAgents(database, workspaceId, { count: agents, group: 'Front desk' });
  await sql`update capacity_rules set budget = ${each}, email_ceiling = ${each}`.execute(
    database.owner,
  );
  await sql`update queues set hand_over = 'fill'`.execute(database.owner);
  await makeMailWork(database, workspaceId, items);
  const desk = fork(asker, [url ?? '', 'ana@lowtide.test']);
  await once(desk, 'message');
  await sleep(1_000);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const busy = performance.eventLoopUtilization();
  const before = await cpuOf(app);
  const start = performance.now();
  await enqueue(database.ownerPool, [routingJob(workspaceId)]);
  const expected = Math.min(items, agents * each);
  let given = 0;
  while (given < expected) {
    await sleep(250);
    given = await assigned(database);
    if (performance.now() - start > mostMs) break;
  }
  const seconds = (performance.now() - start) / 1_000;
  delay.disable();
  const after = await cpuOf(app);
  const { utilization } = performance.eventLoopUtilization(busy);
  desk.send('stop');
  const [asked] = (await once(desk, 'message')) as [Asked];
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  console.log(`${items} mails, ${agents} agents who may hold ${each}, embedded PostgreSQL`);
  console.log(
    `  assigned                ${given} in ${seconds.toFixed(1)} s: ${(given / seconds).toFixed(0)} a second`,
  );
  const cost = (of: keyof Cpu) => ((after[of] - before[of]) / given).toFixed(2);
  console.log(
    `  processor for each      ${cost('program')} ms in the program with what follows, ${cost('database')} ms in the database`,
  );
  console.log(
    `  event loop delay        p50 ${ms(delay.percentile(50))} ms, p99 ${ms(delay.percentile(99))} ms, most ${ms(delay.max)} ms; busy ${(utilization * 100).toFixed(0)} %`,
  );
  console.log(
    `  answers of the server   ${asked.took.length}, ${asked.failed} failed: p50 ${rank(asked.took, 0.5)} ms, p99 ${rank(asked.took, 0.99)} ms, most ${rank(asked.took, 1)} ms`,
  );
  console.log(`  an idle process beside  p99 ${asked.ownP99.toFixed(1)} ms`);
}

async function assigned(database: App['database']): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from work_items where state = 'assigned'`.execute(database.owner);
  return rows[0]?.count ?? 0;
}

function rank(values: readonly number[], share: number): string {
  const sorted = values.toSorted((left, right) => left - right);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}
