import type { Scope } from '../../platform/db/database.ts';

/**
 * Locks conversation and ticket of an offer, in the order everybody takes these locks
 * (conversation, ticket, agent, work item), before the offer itself is looked at.
 */
export async function lockTicketForOffer(scope: Scope, offerId: string) {
  const place = await scope.db
    .selectFrom('offers as o')
    .innerJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 'o.workspace_id').onRef('w.id', '=', 'o.work_item_id'),
    )
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'w.workspace_id').onRef('t.id', '=', 'w.ticket_id'),
    )
    .select(['t.id as ticket_id', 't.conversation_id'])
    .where('o.workspace_id', '=', scope.workspaceId)
    .where('o.id', '=', offerId)
    .executeTakeFirst();
  if (!place) return undefined;
  await lockRow(scope, 'conversations', place.conversation_id);
  await lockRow(scope, 'tickets', place.ticket_id);
  return place;
}

async function lockRow(
  scope: Scope,
  table: 'conversations' | 'tickets',
  id: string,
): Promise<void> {
  await scope.db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

/** A new ticket that somebody took is open. Returns the ticket's version. */
export async function openTicket(scope: Scope, ticketId: string, at: Date): Promise<number> {
  const row = await scope.db
    .updateTable('tickets')
    .set((eb) => ({
      status: eb
        .case()
        .when('status', '=', 'new')
        .then('open' as const)
        .else(eb.ref('status'))
        .end(),
      version: eb('version', '+', 1),
      updated_at: at,
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
