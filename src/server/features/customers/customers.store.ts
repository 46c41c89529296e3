import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';

/** A customer with the address to reach them at: a verified one before a claimed one. */
export async function findCustomer(scope: Scope, id: string) {
  const { rows } = await sql<CustomerRow>`
    select c.id, c.name, c.phone, c.tier, c.region, c.attributes, c.created_at, c.deleted_at,
      i.value as email, i.verified_at is not null as email_verified
    from customers c
    left join lateral (
      select value, verified_at from customer_identities i
      where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = 'email'
      order by i.verified_at nulls last, i.id desc limit 1) i on true
    where c.workspace_id = ${scope.workspaceId} and c.id = ${id}`.execute(scope.db);
  return rows[0];
}

export interface CustomerRow {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly tier: 'enterprise' | 'standard' | 'free';
  readonly region: string | null;
  readonly attributes: Record<string, string>;
  readonly created_at: Date;
  readonly deleted_at: Date | null;
  readonly email: string | null;
  readonly email_verified: boolean | null;
}

export async function insertCustomer(
  scope: Scope,
  customer: { id: string; name: string | null; at: Date },
): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('customers').values({
      workspace_id: scope.workspaceId,
      id: customer.id,
      name: customer.name,
      created_at: customer.at,
    }),
  );
}

export interface NewIdentity {
  readonly id: string;
  readonly customerId: string;
  readonly kind: 'email' | 'widget';
  readonly value: string;
  readonly verifiedAt: Date | null;
}

/** Adds an identity. Known already: nothing changes but a proof that was missing. */
export async function saveIdentity(scope: Scope, identity: NewIdentity): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .insertInto('customer_identities')
      .values({
        workspace_id: scope.workspaceId,
        id: identity.id,
        customer_id: identity.customerId,
        kind: identity.kind,
        value: identity.value,
        verified_at: identity.verifiedAt,
      })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'customer_id', 'kind', 'value']).doUpdateSet((eb) => ({
          verified_at: eb.fn.coalesce('customer_identities.verified_at', 'excluded.verified_at'),
        })),
      ),
  );
}

/** The one customer a verified identity belongs to. */
export async function findVerifiedOwner(scope: Scope, kind: 'email' | 'widget', value: string) {
  const row = await scope.db
    .selectFrom('customer_identities')
    .select('customer_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row?.customer_id;
}

export async function removeClaimedEmails(scope: Scope, customerId: string, but: string | null) {
  await scope.db
    .deleteFrom('customer_identities')
    .where('workspace_id', '=', scope.workspaceId)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'email')
    .where('verified_at', 'is', null)
    .where('value', '!=', but ?? '')
    .execute();
}

/** Notes attributes beside those that are known; null forgets one. */
export async function mergeAttributes(
  scope: Scope,
  id: string,
  changes: Readonly<Record<string, string | null>>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await sql`
    update customers set attributes = jsonb_strip_nulls(attributes || ${JSON.stringify(changes)}::jsonb)
    where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(scope.db);
}

export async function updateCustomer(
  scope: Scope,
  id: string,
  changes: Partial<Pick<CustomerRow, 'name' | 'phone' | 'tier' | 'region'>>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await scope.db
    .updateTable('customers')
    .set(changes)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}
