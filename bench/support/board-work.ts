import { sql } from 'kysely';
import type { App } from '../../src/server/app.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';

/** Half of the open work waits, the rest is in hand; a third are ended chats, a third has a promise at risk or broken. */
export async function addBoardWork(
  database: App['database'],
  workspaceId: string,
  { items, tickets }: { items: number; tickets: number },
): Promise<void> {
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
