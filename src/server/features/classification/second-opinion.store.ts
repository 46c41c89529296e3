import type { Scope } from '../../platform/db/database.ts';

/** The categories of the workspace, as somebody who does not know them is told. */
export async function listChoices(
  scope: Scope,
): Promise<{ readonly name: string; readonly description: string }[]> {
  return scope.db
    .selectFrom('categories')
    .select(['name', 'description'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .execute();
}

/** The name of a ticket's customer, where one is known. */
export async function findCustomerName(scope: Scope, ticketId: string): Promise<string | null> {
  const row = await scope.db
    .selectFrom('tickets as t')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.customer_id'),
    )
    .select('c.name')
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .executeTakeFirst();
  return row?.name ?? null;
}
