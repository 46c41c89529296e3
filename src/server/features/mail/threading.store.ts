import { sql } from 'kysely';
import type { TicketStatus } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';

/**
 * Takes turns with other mails of the same sender until the transaction ends: two copies of one mail,
 * or the first two mails of a new customer, must not be handled side by side.
 */
export async function lockSender(scope: Scope, email: string): Promise<void> {
  const key = `mail sender ${scope.workspaceId} ${email}`;
  await writeLater(scope.db, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

export interface TicketOfThread {
  readonly id: string;
  readonly number: number;
  readonly status: TicketStatus;
  readonly conversation_id: string;
  readonly customer_id: string;
  /** Addresses its customer is known by; a claimed one that another customer has proved is not theirs. */
  readonly addresses: string[];
}

export async function listThreadTickets(
  scope: Scope,
  ids: readonly string[],
): Promise<TicketOfThread[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<TicketOfThread>`
    select t.id, t.number, t.status, t.conversation_id, t.customer_id,
      coalesce(array_agg(lower(i.value)) filter (where i.id is not null), '{}') as addresses
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id and c.deleted_at is null
    left join customer_identities i
      on i.workspace_id = t.workspace_id and i.customer_id = t.customer_id and i.kind = 'email'
      and (i.verified_at is not null or not exists (
        select from customer_identities o
        where o.workspace_id = i.workspace_id and o.kind = 'email' and o.value = i.value
          and o.verified_at is not null and o.customer_id <> i.customer_id))
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${[...ids]}::uuid[])
    group by t.workspace_id, t.id`.execute(scope.db);
  return rows;
}

/** Tickets in whose conversation a Message-ID occurs, in either direction, oldest first. */
export async function listTicketsOfMessageIds(scope: Scope, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<{ message_id: string; ticket_id: string }>`
    select m.mail_message_id as message_id, t.id as ticket_id
    from messages m
    join tickets t on t.workspace_id = m.workspace_id and t.conversation_id = m.conversation_id
    where m.workspace_id = ${scope.workspaceId} and m.mail_message_id = any(${[...messageIds]}::text[])
    union
    select o.mail_message_id, o.ticket_id from outbound_mails o
    where o.workspace_id = ${scope.workspaceId} and o.mail_message_id = any(${[...messageIds]}::text[])
      and o.ticket_id is not null and o.mail_to <> ''
    order by ticket_id`.execute(scope.db);
  return rows;
}

/** Whether a mail of this sender with this Message-ID has been stored before. */
export async function isStored(
  scope: Scope,
  mail: { messageId: string; sender: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from messages m
    join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
    where m.workspace_id = ${scope.workspaceId} and m.mail_message_id = ${mail.messageId}
      and m.author_kind in ('customer', 'system')
      and exists (
        select from customer_identities i
        where i.workspace_id = c.workspace_id and i.customer_id = c.customer_id
          and i.kind = 'email' and i.value = ${mail.sender})
    limit 1`.execute(scope.db);
  return rows.length > 0;
}

/** The ticket that goes on where a closed one ended, if there is one that is not closed itself. */
export async function findContinuation(scope: Scope, conversationId: string) {
  const { rows } = await sql<{ id: string; conversation_id: string; customer_id: string }>`
    with recursive following as (
      select c.id, c.customer_id, 1 as step from conversations c
      where c.workspace_id = ${scope.workspaceId} and c.previous_id = ${conversationId}
      union all
      select c.id, c.customer_id, f.step + 1 from conversations c
      join following f on c.previous_id = f.id and c.customer_id = f.customer_id
      where c.workspace_id = ${scope.workspaceId} and f.step < 100)
    select t.id, t.conversation_id, t.customer_id from following f
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.conversation_id = f.id
    where t.status <> 'closed'
    order by f.step desc, t.id desc limit 1`.execute(scope.db);
  return rows[0];
}

/** The linked ticket in which the rest of an ended chat goes on, unless it is closed. */
export async function findOpenFollowup(scope: Scope, conversationId: string) {
  return scope.db
    .selectFrom('tickets as t')
    .innerJoin('sessions as s', (join) =>
      join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.id', '=', 't.followup_of'),
    )
    .select(['t.id', 't.conversation_id', 't.customer_id'])
    .where('s.workspace_id', '=', scope.workspaceId)
    .where('s.conversation_id', '=', conversationId)
    .where('t.status', '!=', 'closed')
    .executeTakeFirst();
}

/** Whether a line of this kind and content stands in a ticket's history already. */
export async function hasHistoryLine(
  scope: Scope,
  line: { ticketId: string; type: string; data: Record<string, unknown> },
): Promise<boolean> {
  const { rows } = await sql`
    select from ticket_events
    where workspace_id = ${scope.workspaceId} and ticket_id = ${line.ticketId} and type = ${line.type}
      and data = ${JSON.stringify(line.data)}::jsonb
    limit 1`.execute(scope.db);
  return rows.length > 0;
}
