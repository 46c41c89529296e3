/**
 * The search over 200,000 messages in 25,000 tickets, against reading all of them with ILIKE, in the same
 * run on the same database; what storing a message costs with its part of the search, against none, and what
 * the job behind it costs; and what lists and counts of views cost with 100,000 tickets.
 *
 *   npm run bench -- search [tickets] [messages per ticket]
 */
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { App } from '../src/server/app.ts';
import { defaultSort, type TicketFilter } from '../src/contracts/views.ts';
import { countMatching, listIds } from '../src/server/features/tickets/index.ts';
import { fillTickets } from './support/tickets.ts';
import { withProgram } from './support/program.ts';

const searched = { tickets: Number(process.argv[2] ?? 25_000), each: Number(process.argv[3] ?? 8) };
const listed = 100_000;
const rounds = 31;
const queries = [
  ['a rare word', 'zanzibar'],
  ['a common word', 'parcel'],
  ['words together', 'refund kettle blue'],
  ['an unfinished word', 'invoi'],
  ['a phrase', '"broken kettle"'],
  ['a phrase of three', '"parcel order refund"'],
  ['a rare phrase of common', '"refund order parcel late"'],
  ['a phrase nobody wrote', '"kettle zanzibar broken"'],
  ['a name', 'customer4711'],
  ['with a filter', 'parcel status:open'],
  ['rare, with a filter', 'zanzibar status:pending'],
  ['from an address', 'kettle from:customer4711@'],
  ['a misspelt word', 'subscirption'],
] as const;

await withProgram(run);

async function run({ database, services }: App, workspaceId: string): Promise<void> {
  const [member] = await services.members.list(workspaceId);
  if (!member) throw new Error('The demo workspace has nobody.');
  const seconds = await fillTickets(database.ownerPool, workspaceId, searched);
  console.log(
    `search over ${searched.tickets * searched.each} messages of ${searched.tickets} tickets, embedded PostgreSQL, ${rounds} rounds, load ${load()}`,
  );
  console.log(`  indexing all of them took ${seconds.toFixed(1)} s`);
  console.log('  query                      search ms (median, p95)     ILIKE ms    ratio');
  for (const [name, query] of queries) {
    const searcher = { workspaceId, memberId: member.id };
    const ours = await timed(rounds, () =>
      services.search.search(searcher, query, { limit: 8, offset: 0 }),
    );
    const words = query.replace(/\S+:\S+|"/g, '').trim();
    const theirs = await timed(3, () => scan(words));
    console.log(
      `  ${name.padEnd(24)} ${ours.median.toFixed(1).padStart(10)} ${ours.p95.toFixed(1).padStart(10)} ` +
        `${theirs.median.toFixed(0).padStart(14)} ${(theirs.median / ours.median).toFixed(0).padStart(8)}`,
    );
  }

  await writing();

  await fillTickets(database.ownerPool, workspaceId, {
    tickets: listed - searched.tickets,
    each: 1,
  });
  console.log(`views with ${listed} tickets, load ${load()}`);
  const actor = { workspaceId, memberId: member.id, name: member.name, mayOverride: false };
  const show = (name: string, { median, p95 }: Timing) =>
    console.log(`  ${name.padEnd(40)} ${median.toFixed(1).padStart(8)} ms, p95 ${p95.toFixed(1)}`);
  show(
    'counts of the built-in views and queues',
    await timed(rounds, () => services.tickets.views(actor)),
  );
  const viewer = { memberId: member.id, now: new Date() };
  const { by: sort, direction } = defaultSort;
  const filters: readonly (readonly [string, TicketFilter])[] = [
    ['everything', {}],
    ['urgent and open', { priority: ['urgent'], status: ['open'] }],
    ['a tag', { tags: ['vip'] }],
    ['a tier, waiting for a reply', { tier: ['enterprise'], awaitingReply: true }],
    ['a rare word', { text: 'zanzibar' }],
    ['a common word', { text: 'parcel' }],
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
    show(
      `the list shown: ${name}`,
      await timed(rounds, () =>
        services.tickets.list(actor, { filter, sort, direction, limit: 50 }),
      ),
    );
  }

  /** Messages to tickets that have eight already, as they are appended by the product. */
  async function writing(): Promise<void> {
    const { rows } = await database.ownerPool.query<{ conversation_id: string }>(
      'select conversation_id from tickets where workspace_id = $1 order by number desc limit 500',
      [workspaceId],
    );
    const append = (conversationId: string) =>
      database.inWorkspace(workspaceId, (scope) =>
        services.conversations.append(scope, {
          conversationId,
          clientId: null,
          channel: 'email',
          author: { kind: 'customer', id: null },
          text: 'It is the grinder with the steel burrs, bought in spring. The lid does not close any more.',
        }),
      );
    const took = { without: [] as number[], with: [] as number[] };
    // In turns, so that what else the machine does falls on both.
    for (const turn of [0, 1, 2, 3, 4, 5]) {
      const kind = turn % 2 === 0 ? 'without' : 'with';
      const act = kind === 'with' ? 'enable' : 'disable';
      await database.ownerPool.query(`alter table messages ${act} trigger search_message`);
      for (const { conversation_id: id } of rows) {
        const before = performance.now();
        await append(id);
        took[kind].push(performance.now() - before);
      }
    }
    const [bare, marked] = [timingOf(took.without).median, timingOf(took.with).median];
    const before = performance.now();
    await services.search.index(workspaceId);
    const job = (performance.now() - before) / took.with.length;
    console.log(`storing a message, ${took.with.length} each, load ${load()}`);
    console.log(`  without the search ${bare.toFixed(2)} ms, with it ${marked.toFixed(2)} ms`);
    console.log(
      `  ratio ${(marked / bare).toFixed(2)}; the job after it ${job.toFixed(2)} ms a message`,
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
  readonly p95: number;
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
  return timingOf(took);
}

function timingOf(took: readonly number[]): Timing {
  const sorted = took.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
