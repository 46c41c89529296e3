import type { Scope } from '../../platform/db/database.ts';

/** Keeps the answers to the fields of a ticket's category. */
export async function saveTicketFields(
  scope: Scope,
  ticketId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await scope.db
    .updateTable('tickets')
    .set({ fields: JSON.stringify(fields) })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .execute();
}
