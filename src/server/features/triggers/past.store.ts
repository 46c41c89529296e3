import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Cause } from './rules/happenings.rules.ts';

/** The last events of each ticket, oldest first: up to 100 lines of history and messages a ticket. */
export async function listPast(
  scope: Scope,
  ticketIds: readonly string[],
): Promise<Map<string, Cause[]>> {
  const { rows } = await sql<{
    ticket_id: string;
    id: string;
    at: Date;
    type: string;
    actor_kind: Cause['actorKind'];
    data: Record<string, unknown>;
  }>`
    select t.id as ticket_id, l.id, l.at, l.type, l.actor_kind, l.data
    from tickets t, lateral (
      select * from (
        select e.id, e.at, e.type, e.actor_kind, e.data from ticket_events e
        where e.workspace_id = t.workspace_id and e.ticket_id = t.id
          and (e.type like 'ticket.%' or e.type like 'session.%' or e.type in ('work.assigned',
            'work.taken', 'work.returned', 'work.released', 'work.queued', 'work.moved', 'offer.accepted'))
        union all
        select m.id, m.created_at, 'message', m.author_kind, '{}'::jsonb from messages m
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
          and m.channel <> 'note' and m.created_at > t.created_at) e
      order by e.at desc, e.id desc limit 100) l
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${ticketIds}::uuid[])
    order by l.at, l.id`.execute(scope.db);
  const past = new Map<string, Cause[]>();
  for (const row of rows) {
    const causes = past.get(row.ticket_id) ?? [];
    causes.push({
      id: row.id,
      at: row.at,
      type: row.type,
      actorKind: row.actor_kind,
      data: row.data,
    });
    past.set(row.ticket_id, causes);
  }
  return past;
}
