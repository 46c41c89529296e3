import { sql } from 'kysely';
import type { App } from '../../src/server/app.ts';
import { uuidIds } from '../../src/server/platform/ids.ts';

type Db = App['database'];

/** Makes waiting mail tickets in the default queue; work that was there before is done. */
export async function makeMailWork(
  database: Db,
  workspaceId: string,
  count: number,
): Promise<void> {
  await sql`update work_items set state = 'done', units = 0 where state <> 'done'`.execute(
    database.owner,
  );
  const ids = Array.from({ length: count }, () => uuidIds.next());
  await database.owner.transaction().execute(async (db) => {
    // Indexing 50,000 subjects takes minutes, and is not what is measured.
    await sql`set local session_replication_role = replica`.execute(db);
    await sql`
    with made as (select id::uuid as id, row_number() over () as n from unnest(${ids}::text[]) as id),
    customer as (
      insert into customers (workspace_id, id, name)
      select ${workspaceId}, id, 'Customer' from made returning id),
    conversation as (
      insert into conversations (workspace_id, id, customer_id, channel, created_at)
      select ${workspaceId}, id, id, 'email', now() from made returning id),
    ticket as (
      insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status, priority, channel,
        routing_channel, created_at, updated_at)
      select ${workspaceId}, id, n + (select coalesce(max(number), 0) from tickets), id, id, 'Question', 'new', 'normal',
        'email', 'email', now(), now() from made returning id)
    insert into work_items (workspace_id, id, ticket_id, queue_id, channel_class, units, state, priority_rank, eligible_at)
    select ${workspaceId}, m.id, m.id, q.id, 'email', 0, 'waiting', 2, now()
    from made m, queues q where q.workspace_id = ${workspaceId} and q.is_default`.execute(db);
  });
  await sql`vacuum analyze customers, conversations, tickets, work_items`.execute(database.owner);
}
