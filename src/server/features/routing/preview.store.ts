import type { Scope } from '../../platform/db/database.ts';

/** A waiting ticket as its next holder sees it; undefined once it waits no more. */
export async function findTicketNames(scope: Scope, ticketId: string) {
  const row = await scope.db
    .selectFrom('tickets as t')
    .innerJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 't.workspace_id').onRef('w.ticket_id', '=', 't.id'),
    )
    .innerJoin('queues as q', (join) =>
      join.onRef('q.workspace_id', '=', 'w.workspace_id').onRef('q.id', '=', 'w.queue_id'),
    )
    .select(['t.id', 't.number', 't.subject', 'q.name'])
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .where('w.state', '=', 'waiting')
    .executeTakeFirst();
  return (
    row && {
      ticketId: row.id,
      number: Number(row.number),
      subject: row.subject,
      queueName: row.name,
    }
  );
}

/** Names of skills, by id. */
export async function listSkillNames(scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await scope.db
    .selectFrom('skills')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A ticket by the number people know it by. */
export async function findTicketByNumber(scope: Scope, number: number) {
  return scope.db
    .selectFrom('tickets')
    .select(['id', 'number', 'subject'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('number', '=', number)
    .executeTakeFirst();
}
