import { sql } from 'kysely';
import type { CustomerDeletion, CustomerHoldings, Holdings } from '../../../contracts/privacy.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** Counts what there is of a customer. */
export async function countHoldings(scope: Scope, customerId: string): Promise<Holdings> {
  const { rows } = await sql<Holdings>`
    with mine as (select id from conversations
      where workspace_id = ${scope.workspaceId} and customer_id = ${customerId}),
    cases as (select id, status from tickets
      where workspace_id = ${scope.workspaceId} and customer_id = ${customerId}),
    said as (select m.id from messages m
      where m.workspace_id = ${scope.workspaceId} and m.conversation_id in (select id from mine))
    select (select count(*) from mine)::int as conversations,
      (select count(*) from sessions s where s.workspace_id = ${scope.workspaceId} and s.state <> 'ended'
        and s.conversation_id in (select id from mine))::int as "runningChats",
      (select count(*) from cases)::int as tickets,
      (select count(*) from cases where status not in ('solved', 'closed'))::int as "openTickets",
      (select count(*) from said)::int as messages,
      (select count(*) from attachments a where a.workspace_id = ${scope.workspaceId}
        and a.message_id in (select id from said))::int as files,
      (select count(*) from outbound_mails o where o.workspace_id = ${scope.workspaceId}
        and o.state in ('queued', 'not_configured') and o.ticket_id in (select id from cases))::int as "waitingMails"`.execute(
    scope.db,
  );
  const [counts] = rows;
  if (!counts) throw new Error('Counting gave no row.');
  return counts;
}

/** Others who said one of the customer's addresses, with the latest ticket of each. */
export async function listOfSameAddress(
  scope: Scope,
  customerId: string,
): Promise<CustomerHoldings['sameAddress']> {
  const { rows } = await sql<CustomerHoldings['sameAddress'][number]>`
    select c.name, t.number::int as "ticketNumber"
    from customers c
    join lateral (select max(number) as number from tickets t
      where t.workspace_id = c.workspace_id and t.customer_id = c.id) t on t.number is not null
    where c.workspace_id = ${scope.workspaceId} and c.id <> ${customerId} and exists (
      select from customer_identities theirs
      join customer_identities own on own.workspace_id = theirs.workspace_id and own.kind = 'email'
        and lower(own.value) = lower(theirs.value) and own.customer_id = ${customerId}
      where theirs.workspace_id = c.workspace_id and theirs.customer_id = c.id and theirs.kind = 'email')
    order by t.number desc limit 20`.execute(scope.db);
  return rows;
}

/** How a customer is recognised. */
export async function listIdentities(scope: Scope, customerId: string) {
  return scope.db
    .selectFrom('customer_identities')
    .select(['kind', 'value'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('customer_id', '=', customerId)
    .orderBy('kind')
    .orderBy('value')
    .execute();
}

/** Locks a customer against everything that would be added to them. */
export async function lockCustomer(scope: Scope, id: string) {
  return scope.db
    .selectFrom('customers')
    .select(['id', 'deleted_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The conversations of a customer in the order they are locked in, each with its ticket. */
export async function listCases(scope: Scope, customerId: string) {
  return scope.db
    .selectFrom('conversations as c')
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.conversation_id', '=', 'c.id'),
    )
    .select(['c.id as conversationId', 't.id as ticketId', 't.status'])
    .where('c.workspace_id', '=', scope.workspaceId)
    .where('c.customer_id', '=', customerId)
    .orderBy('c.id')
    .execute();
}

/**
 * Locks the cases of a customer against whatever would be added to them, the way only a deletion does: what is
 * being written is waited for, and then there to be taken out.
 */
export async function lockCases(scope: Scope, customerId: string): Promise<void> {
  const { workspaceId } = scope;
  await sql`select from conversations where workspace_id = ${workspaceId} and customer_id = ${customerId}
    order by id for update`.execute(scope.db);
  await sql`select from tickets t
    join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    where t.workspace_id = ${workspaceId} and c.customer_id = ${customerId}
    order by t.id for update of t`.execute(scope.db);
}

export type CaseRow = Awaited<ReturnType<typeof listCases>>[number];

/** Writes down who deleted a customer, when, and how much there was. */
export async function insertDeletion(
  scope: Scope,
  deletion: { customerId: string; memberId: string; at: Date; counts: Holdings },
): Promise<void> {
  await scope.db
    .insertInto('customer_deletions')
    .values({
      workspace_id: scope.workspaceId,
      customer_id: deletion.customerId,
      member_id: deletion.memberId,
      at: deletion.at,
      counts: toJson(deletion.counts),
    })
    .execute();
}

/** The record of a deletion; undefined where there was none. */
export async function findDeletion(
  scope: Scope,
  customerId: string,
): Promise<CustomerDeletion | undefined> {
  const row = await scope.db
    .selectFrom('customer_deletions as d')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'd.workspace_id').onRef('m.id', '=', 'd.member_id'),
    )
    .select(['d.at', 'd.counts', 'm.name'])
    .where('d.workspace_id', '=', scope.workspaceId)
    .where('d.customer_id', '=', customerId)
    .executeTakeFirst();
  return row && { at: row.at.toISOString(), by: row.name, counts: row.counts };
}
