import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Window } from './rules/timed.rules.ts';
import type { TimedField } from './rules/facts.types.ts';

/** The moment each condition about time counts from. */
const moments: Readonly<Record<TimedField, RawBuilder<Date>>> = {
  hours_since_created: sql`t.created_at`,
  hours_since_updated: sql`t.updated_at`,
  hours_since_solved: sql`(case when t.status = 'solved' then (select max(e.at) from ticket_events e
    where e.workspace_id = t.workspace_id and e.ticket_id = t.id
      and e.type = 'ticket.status' and e.data ->> 'to' = 'solved') end)`,
  hours_since_customer: sql`(select max(m.created_at) from messages m
    where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
      and m.author_kind = 'customer')`,
  queue_wait: sql`(select w.eligible_at from work_items w where w.workspace_id = t.workspace_id
    and w.ticket_id = t.id and w.state in ('waiting', 'offered'))`,
};

/** Tickets that are not closed and for which one of the windows is open now, by id. */
export async function listDue(
  scope: Scope,
  due: { triggerId: string; windows: readonly Window[]; after: string | null; limit: number },
): Promise<string[]> {
  if (due.windows.length === 0) return [];
  const open = due.windows.map(
    ({ field, from, to }) => sql`${moments[field]} between ${from} and ${to}`,
  );
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets t
    where t.workspace_id = ${scope.workspaceId} and t.status <> 'closed'
      ${due.after === null ? sql`` : sql`and t.id > ${due.after}`}
      and (${sql.join(open, sql` or `)})
    order by t.id limit ${due.limit}`.execute(scope.db);
  return rows.map((row) => row.id);
}
