import type { Scope } from '../../platform/db/database.ts';

export async function hasConversations(scope: Scope, customerId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('customer_id', '=', customerId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The customer who has proved an address. */
export async function findOwnerOfEmail(scope: Scope, email: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('customer_identities')
    .select('customer_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', 'email')
    .where('value', '=', email)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row?.customer_id;
}

/** Makes a visitor's browser recognise as this customer from now on. */
export async function moveVisitor(
  scope: Scope,
  move: { id: string; visitorId: string; customerId: string; at: Date },
): Promise<void> {
  await scope.db
    .deleteFrom('customer_identities')
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', 'widget')
    .where('value', '=', move.visitorId)
    .execute();
  await scope.db
    .insertInto('customer_identities')
    .values({
      workspace_id: scope.workspaceId,
      id: move.id,
      customer_id: move.customerId,
      kind: 'widget',
      value: move.visitorId,
      verified_at: move.at,
    })
    .execute();
}

/** Removes a customer of whom nothing is left: no proved identity. Conversations must have been ruled out. */
export async function removeEmptyCustomer(scope: Scope, customerId: string): Promise<void> {
  await scope.db
    .deleteFrom('customers')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', customerId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('customer_identities as i')
            .select('i.id')
            .whereRef('i.workspace_id', '=', 'customers.workspace_id')
            .whereRef('i.customer_id', '=', 'customers.id')
            .where('i.verified_at', 'is not', null),
        ),
      ),
    )
    .execute();
}
