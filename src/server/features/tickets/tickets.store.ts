import { sql } from 'kysely';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { Channel, Priority, TicketStatus } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';

export interface NewTicket {
  readonly id: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly routingChannel: RoutingChannel;
  readonly category: string | null;
  readonly groupId: string | null;
  /** The ended session it goes on from. */
  readonly followupOf: string | null;
  readonly at: Date;
}

/** Stores a ticket under the workspace's next number, which it returns. */
export async function insertTicket(scope: Scope, ticket: NewTicket): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into tickets (workspace_id, id, number, conversation_id, customer_id, subject, status, priority,
      channel, routing_channel, category, group_id, followup_of, created_at, updated_at)
    values (${scope.workspaceId}, ${ticket.id}, next_ticket_number(), ${ticket.conversationId},
      ${ticket.customerId}, ${ticket.subject}, ${ticket.status}, ${ticket.priority}, ${ticket.channel},
      ${ticket.routingChannel}, ${ticket.category}, ${ticket.groupId}, ${ticket.followupOf}, ${ticket.at},
      ${ticket.at})
    returning number`.execute(scope.db);
  return rows[0]?.number ?? 0;
}

/** Locks the ticket's row alone; `lockTicket` takes the locks that come before it as well. */
export async function lockTicketRow(scope: Scope, id: string) {
  return ticketRow(scope, id).forNoKeyUpdate().executeTakeFirst();
}

/** The ticket's row as it is now, for who holds its lock. */
export async function findTicketRow(scope: Scope, id: string) {
  return ticketRow(scope, id).executeTakeFirst();
}

function ticketRow(scope: Scope, id: string) {
  return scope.db
    .selectFrom('tickets')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id);
}

/** Locks the conversation of a ticket. */
export function lockingConversationOf({ db, workspaceId }: Scope, ticketId: string) {
  return db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('tickets')
        .select('conversation_id')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', ticketId),
    )
    .forNoKeyUpdate();
}

export type TicketRow = NonNullable<Awaited<ReturnType<typeof lockTicketRow>>>;

export async function findConversationOfTicket(scope: Scope, ticketId: string) {
  const row = await scope.db
    .selectFrom('tickets')
    .select('conversation_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
  return row?.conversation_id;
}

/** Columns of a ticket that people and rules change. */
export interface TicketChanges {
  readonly subject?: string;
  readonly status?: TicketStatus;
  readonly priority?: Priority;
  readonly category?: string | null;
  readonly group_id?: string | null;
  readonly routing_channel?: RoutingChannel;
}

/** Writes changes and returns the new version. */
export async function updateTicket(
  scope: Scope,
  id: string,
  changes: TicketChanges,
  at: Date,
): Promise<number> {
  const row = await scope.db
    .updateTable('tickets')
    .set((eb) => ({
      ...changes,
      // Who chooses a group chooses its queues: what a rule had fixed before is over.
      ...(changes.group_id !== undefined && { pinned_queue_id: null }),
      version: eb('version', '+', 1),
      updated_at: at,
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Replaces the tags of a ticket, making tags that are new. */
export async function setTags(
  scope: Scope,
  ticketId: string,
  tags: readonly { id: string; name: string }[],
): Promise<void> {
  const names = tags.map((tag) => tag.name);
  if (tags.length > 0) {
    await scope.db
      .insertInto('tags')
      .values(tags.map((tag) => ({ workspace_id: scope.workspaceId, ...tag })))
      .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
      .execute();
  }
  await scope.db
    .deleteFrom('ticket_tags')
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
  await sql`insert into ticket_tags (workspace_id, ticket_id, tag_id)
    select workspace_id, ${ticketId}, id from tags
    where workspace_id = ${scope.workspaceId} and name = any(${names}::text[])`.execute(scope.db);
}

export async function listTagNames(scope: Scope, ticketId: string): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('ticket_tags as tt')
    .innerJoin('tags as t', (join) =>
      join.onRef('t.workspace_id', '=', 'tt.workspace_id').onRef('t.id', '=', 'tt.tag_id'),
    )
    .select('t.name')
    .where('tt.workspace_id', '=', scope.workspaceId)
    .where('tt.ticket_id', '=', ticketId)
    .orderBy('t.name')
    .execute();
  return rows.map((row) => row.name);
}

export async function findGroupName(scope: Scope, groupId: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('groups')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', groupId)
    .executeTakeFirst();
  return row?.name;
}

/** Whether the words of a ticket are gone with its customer; waits for a deletion that is under way. */
export async function isErased(scope: Scope, ticketId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('conversations as c')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.conversation_id', '=', 'c.id'),
    )
    .select('c.erased_at')
    .where('t.workspace_id', '=', scope.workspaceId)
    .where('t.id', '=', ticketId)
    .forKeyShare('c')
    .executeTakeFirst();
  return row?.erased_at != null;
}

/** What only the page of a ticket shows: the answers to fields, by key, and the queue it is kept in, if it is in any. */
export async function findTicketExtras(
  scope: Scope,
  ticketId: string,
): Promise<{ fields: Record<string, string>; keptIn: { id: string; name: string } | null }> {
  const row = await scope.db
    .selectFrom('tickets')
    .leftJoin('queues', (join) =>
      join
        .onRef('queues.workspace_id', '=', 'tickets.workspace_id')
        .onRef('queues.id', '=', 'tickets.pinned_queue_id'),
    )
    .select(['tickets.fields', 'queues.id', 'queues.name'])
    .where('tickets.workspace_id', '=', scope.workspaceId)
    .where('tickets.id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const { id, name } = row;
  return {
    fields: row.fields,
    keptIn: id === null || name === null ? null : { id, name },
  };
}

/** Tickets of a customer that are neither solved nor closed, the oldest first. */
export async function listOpenOfCustomer(scope: Scope, customerId: string, limit: number) {
  const rows = await scope.db
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('customer_id', '=', customerId)
    .where('status', 'not in', ['solved', 'closed'])
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
