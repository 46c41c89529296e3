/**
 * The operations board with 200 agents and 5,000 pieces of open work among 20,000 tickets: time and size of
 * what the desk asks for, against the same board read the plain way, by the list of tickets that the inbox
 * pages through, on the same database in the same run.
 *
 *   npm run bench -- board [open items] [agents] [tickets]
 */
import { sql } from 'kysely';
import { boardWorkQuerySchema } from '../src/contracts/board.ts';
import type { App } from '../src/server/app.ts';
import { uuidIds } from '../src/server/platform/ids.ts';
import { addAgents, withProgram } from './support/program.ts';

const items = Number(process.argv[2] ?? 5_000);
const agents = Number(process.argv[3] ?? 200);
const tickets = Number(process.argv[4] ?? 20_000);
const rounds = 9;

await withProgram(run);

async function run({ database, services }: App, workspaceId: string): Promise<void> {
  await addAgents(database, workspaceId, { count: agents });
  await makeWork(database, workspaceId);
  const list = (name: string, limit: number) => () =>
    services.board.work(workspaceId, boardWorkQuerySchema.parse({ list: name, limit }));
  const asks: Record<string, () => Promise<unknown>> = {
    'board: queues, agents, totals': () => services.board.read(workspaceId),
    'after chats, first 200': list('after_chat', 200),
    'at risk, first 200': list('at_risk', 200),
    'needs somebody else, first 200': list('reassign', 200),
    'all work, first 200': list('open', 200),
    [`all work, all ${items}`]: list('open', Math.min(items, 5_000)),
    'alerts: one look': () => services.alerts.check(workspaceId),
    'plain way: all work by the inbox list': () => byInboxList(services, workspaceId),
  };
  console.log(
    `${items} pieces of open work of ${tickets} tickets, ${agents} agents, median of ${rounds} alternating rounds, embedded PostgreSQL`,
  );
  const times = new Map<string, number[]>(Object.keys(asks).map((name) => [name, []]));
  const sizes = new Map<string, number>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, ask] of Object.entries(asks)) {
      const start = performance.now();
      const answer = await ask();
      // The first round warms caches and connections.
      if (round > 0) times.get(name)?.push(performance.now() - start);
      sizes.set(name, JSON.stringify(answer ?? null).length);
    }
  }
  for (const [name, values] of times) {
    const size = ((sizes.get(name) ?? 0) / 1_000).toFixed(0);
    console.log(
      `  ${name.padEnd(40)} ${median(values).toFixed(1).padStart(8)} ms  ${size.padStart(6)} kB`,
    );
  }
  const of = (name: string) => median(times.get(name) ?? []);
  const ratio = of('plain way: all work by the inbox list') / of(`all work, all ${items}`);
  console.log(`  ratio of the plain way to the board       ${ratio.toFixed(1)}`);
}

/** What a board would do without statements of its own: page through the list the inbox has. */
async function byInboxList(services: App['services'], workspaceId: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  let cursor: string | undefined;
  const memberId = uuidIds.next();
  do {
    const page = await services.tickets.list(
      { workspaceId, memberId, name: '', mayOverride: false },
      {
        filter: { work: ['waiting', 'offered', 'assigned', 'held'] },
        sort: 'created',
        direction: 'asc',
        limit: 200,
        ...(cursor !== undefined && { cursor }),
      },
    );
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

type Db = App['database'];

/** Half of the open work waits, the rest is in hand; a third are ended chats, a third has a promise at risk or broken. */
async function makeWork(database: Db, workspaceId: string): Promise<void> {
  const ids = Array.from({ length: tickets }, () => uuidIds.next());
  await database.owner.transaction().execute(async (db) => {
    await sql`create temporary table bench_ids on commit drop as
      select id::uuid as id, n::int, now() - n * interval '1 minute' as at
      from unnest(${ids}::text[]) with ordinality as made(id, n)`.execute(db);
    await sql`insert into customers (workspace_id, id, name)
      select ${workspaceId}, id, 'Customer ' || n from bench_ids`.execute(db);
    await sql`insert into conversations (workspace_id, id, customer_id, channel, created_at, last_message_at)
      select ${workspaceId}, id, id, case when n % 3 = 0 then 'messaging' else 'email' end, at, at from bench_ids`.execute(
      db,
    );
    await sql`insert into sessions (workspace_id, id, conversation_id, state, started_at, ended_at, ended_reason)
      select ${workspaceId}, id, id, 'ended', at, at, 'customer' from bench_ids where n % 3 = 0`.execute(
      db,
    );
    await sql`insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status,
        priority, channel, routing_channel, created_at, updated_at)
      select ${workspaceId}, id, 1000000 + n, id, id, 'Where is the parcel of order ' || n,
        case when n <= ${items} then 'open' else 'solved' end,
        (array['urgent', 'high', 'normal', 'low'])[1 + n % 4],
        case when n % 3 = 0 then 'messaging' else 'email' end, 'email', at, at from bench_ids`.execute(
      db,
    );
    await sql`insert into work_items (workspace_id, id, ticket_id, queue_id, channel_class, units, state,
        agent_id, priority_rank, eligible_at, assigned_at)
      select ${workspaceId}, b.id, b.id, q.id, 'email', case when n <= ${items} and n % 2 = 0 then 1 else 0 end,
        case when n > ${items} then 'done' when n % 2 = 0 then 'assigned' else 'waiting' end,
        case when n <= ${items} and n % 2 = 0 then a.id end,
        n % 4, at, case when n % 2 = 0 then at end
      from bench_ids b
      join (select id, row_number() over (order by id) as place, count(*) over () as queues
        from queues where workspace_id = ${workspaceId}) q on q.place = 1 + n % q.queues
      join (select id, row_number() over (order by id) as place, count(*) over () as agents
        from agents where workspace_id = ${workspaceId}) a on a.place = 1 + n % a.agents`.execute(
      db,
    );
    await sql`insert into sla_tickets (workspace_id, ticket_id, metric, state, due_at)
      select ${workspaceId}, id, 'resolution',
        case when n % 6 = 0 then 'breached' when n % 6 = 1 then 'at_risk' else 'active' end,
        at + interval '1 day' from bench_ids where n <= ${items}`.execute(db);
  });
  await sql`analyze`.execute(database.owner);
}
