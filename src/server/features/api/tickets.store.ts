import { sql } from 'kysely';
import type { ApiTicket } from '../../../contracts/api.ts';
import type { Scope } from '../../platform/db/database.ts';

/** Lets requests with the same reference in one after the other, until the transaction ends. */
export async function lockReference(scope: Scope, reference: string): Promise<void> {
  const key = `api:${scope.workspaceId}:${reference}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(scope.db);
}

/** The ticket that a program opened with this reference. */
export async function findOpened(scope: Scope, reference: string) {
  return scope.db
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) =>
      join
        .onRef('t.workspace_id', '=', 'm.workspace_id')
        .onRef('t.conversation_id', '=', 'm.conversation_id'),
    )
    .select(['t.id', 't.number'])
    .where('m.workspace_id', '=', scope.workspaceId)
    .where('m.client_id', '=', reference)
    .where('t.channel', '=', 'api')
    .executeTakeFirst();
}

/** A ticket that came through a program, with all that was said but notes. */
export async function readTicket(scope: Scope, id: string): Promise<ApiTicket | undefined> {
  const { rows } = await sql<Omit<ApiTicket, 'createdAt'> & { createdAt: Date }>`
    select t.id, t.number::int, t.subject, t.status, t.priority, t.category, t.created_at as "createdAt",
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'author', m.author_kind, 'text', m.body,
          'at', to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by m.seq)
        from messages m
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.channel <> 'note'), '[]') as messages
    from tickets t
    where t.workspace_id = ${scope.workspaceId} and t.id = ${id} and t.channel = 'api'`.execute(
    scope.db,
  );
  const row = rows[0];
  return row && { ...row, createdAt: row.createdAt.toISOString() };
}
