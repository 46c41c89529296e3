/**
 * The search over 200,000 messages in 25,000 tickets, against reading all of them with ILIKE, in the same
 * run on the same database; and what lists and counts of views cost with 100,000 tickets.
 *
 *   npm run bench -- search [tickets] [messages per ticket]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { startApp, type App } from '../src/server/app.ts';
import { readConfig } from '../src/server/config.ts';
import { defaultSort, type TicketFilter } from '../src/contracts/views.ts';
import { countMatching, listIds } from '../src/server/features/tickets/index.ts';
import { createLog } from '../src/server/platform/log.ts';
import { startEmbeddedPostgres } from '../src/server/platform/postgres/index.ts';
import { fillTickets } from './support/tickets.ts';

const searched = { tickets: Number(process.argv[2] ?? 25_000), each: Number(process.argv[3] ?? 8) };
const listed = 100_000;
const rounds = 15;
const queries = [
  ['a rare word', 'zanzibar'],
  ['a common word', 'parcel'],
  ['words together', 'refund kettle blue'],
  ['an unfinished word', 'invoi'],
  ['a phrase', '"broken kettle"'],
  ['a name', 'customer4711'],
  ['with a filter', 'parcel status:open'],
  ['from an address', 'kettle from:customer4711@'],
  ['a misspelt word', 'subscirption'],
] as const;

const dataDir = await mkdtemp(join(tmpdir(), 'segue-bench-'));
const server = await startEmbeddedPostgres({ dataDir });
const app = await startApp({
  config: { ...readConfig({}), roles: new Set(), seed: 'demo', logLevel: 'warn' },
  connection: server.connection,
  log: createLog('warn'),
  masterSecret: 'a secret of the benchmark, thirty-two characters',
});
try {
  await run(app);
} finally {
  await app.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function run({ database, services }: App): Promise<void> {
  const demo = await services.onboarding.demo();
  if (!demo) throw new Error('The demo workspace is missing.');
  const workspaceId = demo.id;
  const [member] = await services.members.list(workspaceId);
  if (!member) throw new Error('The demo workspace has nobody.');
  const seconds = await fillTickets(database.ownerPool, workspaceId, searched);
  console.log(
    `search over ${searched.tickets * searched.each} messages of ${searched.tickets} tickets, embedded PostgreSQL, ${rounds} rounds`,
  );
  console.log(`  indexing all of them took ${seconds.toFixed(1)} s`);
  console.log('  query                    search ms (median, worst)   ILIKE ms    ratio');
  for (const [name, query] of queries) {
    const searcher = { workspaceId, memberId: member.id };
    const ours = await timed(rounds, () =>
      services.search.search(searcher, query, { limit: 8, offset: 0 }),
    );
    const words = query.replace(/\S+:\S+|"/g, '').trim();
    const theirs = await timed(3, () => scan(words));
    console.log(
      `  ${name.padEnd(22)} ${ours.median.toFixed(1).padStart(10)} ${ours.worst.toFixed(1).padStart(10)} ` +
        `${theirs.median.toFixed(0).padStart(14)} ${(theirs.median / ours.median).toFixed(0).padStart(8)}`,
    );
  }

  await fillTickets(database.ownerPool, workspaceId, {
    tickets: listed - searched.tickets,
    each: 1,
  });
  console.log(`views with ${listed} tickets`);
  const actor = { workspaceId, memberId: member.id, name: member.name, mayOverride: false };
  const show = (name: string, { median, worst }: Timing) =>
    console.log(
      `  ${name.padEnd(40)} ${median.toFixed(1).padStart(8)} ms, worst ${worst.toFixed(1)}`,
    );
  show(
    'counts of the built-in views and queues',
    await timed(rounds, () => services.tickets.views(actor)),
  );
  const viewer = { memberId: member.id, now: new Date() };
  const filters: readonly (readonly [string, TicketFilter])[] = [
    ['everything', {}],
    ['urgent and open', { priority: ['urgent'], status: ['open'] }],
    ['a tag', { tags: ['vip'] }],
    ['a tier, waiting for a reply', { tier: ['enterprise'], awaitingReply: true }],
    ['a word', { text: 'zanzibar' }],
    ['nothing matches', { category: ['none of these'] }],
  ];
  for (const [name, filter] of filters) {
    const options = { filter, viewer };
    show(
      `count: ${name}`,
      await timed(rounds, () =>
        database.inWorkspace(workspaceId, (scope) =>
          countMatching(scope, { ...options, bound: 1_000 }),
        ),
      ),
    );
    show(
      `first page: ${name}`,
      await timed(rounds, () =>
        database.inWorkspace(workspaceId, (scope) =>
          listIds(scope, { ...options, sort: defaultSort, limit: 51 }),
        ),
      ),
    );
  }

  /** The baseline: what the list did before there was an index. */
  async function scan(words: string): Promise<void> {
    const patterns = words.split(/\s+/).map((word) => `%${word}%`);
    await database.inWorkspace(workspaceId, async (scope) => {
      const conditions = patterns.map(
        (pattern) => sql`(t.subject ilike ${pattern} or c.name ilike ${pattern}
          or exists (select from messages x where x.workspace_id = t.workspace_id
            and x.conversation_id = t.conversation_id and x.body ilike ${pattern}))`,
      );
      await sql`select t.id from tickets t
        join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
        where t.workspace_id = ${workspaceId} and ${sql.join(conditions, sql` and `)}
        order by t.updated_at desc limit 9`.execute(scope.db);
    });
  }
}

interface Timing {
  readonly median: number;
  readonly worst: number;
}

/** Milliseconds of some runs, after one that warms up. */
async function timed(times: number, work: () => Promise<unknown>): Promise<Timing> {
  await work();
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = performance.now();
    await work();
    took.push(performance.now() - before);
  }
  took.sort((left, right) => left - right);
  return { median: took[Math.floor(times / 2)] ?? 0, worst: took.at(-1) ?? 0 };
}
