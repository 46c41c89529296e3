/**
 * Assignments per second through the durable path (one plan and one transaction for a batch) against
 * one transaction for each item, on the same database in the same run, and what the plans cost others: the
 * delay of the event loop while they are made.
 *
 *   npm run bench -- assignments [items] [agents]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { App } from '../src/server/app.ts';
import { makeMailWork } from './support/mail-work.ts';
import { addAgents, withProgram } from './support/program.ts';

const items = Number(process.argv[2] ?? 4_000);
const agents = Number(process.argv[3] ?? 200);
const rounds = 3;

await withProgram(run);

async function run({ database, services }: App, workspaceId: string): Promise<void> {
  await addAgents(database, workspaceId, { count: agents, group: 'Front desk' });
  await sql`update capacity_rules set budget = 500, email_ceiling = 500`.execute(database.owner);
  await sql`update queues set hand_over = 'fill'`.execute(database.owner);
  const batch: number[] = [];
  const single: number[] = [];
  const delays: { p99: number; most: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await makeMailWork(database, workspaceId, items);
    // One for each round: a monitor that is switched on again counts the pause.
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    batch.push(await perSecond(items, () => routeAll()));
    delay.disable();
    delays.push({ p99: delay.percentile(99), most: delay.max });
    await makeMailWork(database, workspaceId, items);
    single.push(await perSecond(items, () => routeOneByOne()));
  }
  const [a, b] = [median(batch), median(single)];
  console.log(
    `assignments of ${items} mails to ${agents} agents, ${rounds} rounds, alternating, embedded PostgreSQL`,
  );
  console.log(
    `  one plan, one transaction per batch   ${a.toFixed(0)} a second  (${batch.map(Math.round).join(', ')})`,
  );
  console.log(
    `  one transaction per item              ${b.toFixed(0)} a second  (${single.map(Math.round).join(', ')})`,
  );
  console.log(`  ratio                                 ${(a / b).toFixed(1)}`);
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  console.log(
    `  event loop delay while planning       p99 ${ms(Math.max(...delays.map(({ p99 }) => p99)))} ms, most ${ms(Math.max(...delays.map(({ most }) => most)))} ms`,
  );
  const { rows } = await sql<{ bytes: number }>`
    select avg(pg_column_size(explanation))::int as bytes from routing_decisions`.execute(
    database.owner,
  );
  console.log(`  bytes of a reason                     ${rows[0]?.bytes}`);

  async function routeAll(): Promise<void> {
    for (;;) {
      const { more } = await services.router.route(workspaceId);
      if (!more) return;
    }
  }

  /** The same reservation with the same locks and records, for one item at a time, by one worker. */
  async function routeOneByOne(): Promise<void> {
    const waiting = await database.inWorkspace(workspaceId, (scope) =>
      scope.db
        .selectFrom('work_items')
        .select('ticket_id')
        .where('state', '=', 'waiting')
        .execute(),
    );
    const ids = await database.inWorkspace(workspaceId, (scope) =>
      scope.db
        .selectFrom('agents')
        .select('id')
        .where('status', '=', 'online')
        .orderBy('id')
        .execute(),
    );
    for (const [index, { ticket_id: ticketId }] of waiting.entries()) {
      const agentId = ids[index % ids.length]?.id ?? '';
      await database.inWorkspace(workspaceId, (scope) =>
        services.work.give(scope, {
          ticketId,
          agentId,
          actor: { kind: 'system', id: null },
          override: false,
        }),
      );
    }
  }
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1_000;
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
