import { sql } from 'kysely';
import type { Customer } from '../../../contracts/people.ts';
import type { RoutingChannel } from '../../../contracts/sessions.ts';
import type { Channel, Priority, TicketStatus } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';

/** A ticket with everything conditions and clocks ask of it. */
export interface TicketOfClocks {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly routing_channel: RoutingChannel;
  readonly category: string | null;
  readonly tier: Customer['tier'];
  readonly group_id: string | null;
  readonly group_name: string | null;
  readonly agent_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly tags: string[];
}

/** The ticket of an id or a number. */
export async function findTicketOfClocks(
  scope: Scope,
  by: { id: string } | { number: number },
): Promise<TicketOfClocks | undefined> {
  const which = 'id' in by ? sql`t.id = ${by.id}` : sql`t.number = ${by.number}`;
  const { rows } = await sql<TicketOfClocks>`
    select t.id, t.number, t.subject, t.status, t.priority, t.channel, t.routing_channel, t.category,
      c.tier, t.group_id, g.name as group_name, w.agent_id, t.created_at, t.updated_at,
      array(select n.name from ticket_tags tt
        join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id) as tags
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    left join groups g on g.workspace_id = t.workspace_id and g.id = t.group_id
    left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
      and w.state in ('assigned', 'held')
    where t.workspace_id = ${scope.workspaceId} and ${which}`.execute(scope.db);
  return rows[0];
}

/** A line of a ticket's past, as it is stored. */
export interface PastRow {
  readonly kind: string;
  readonly at: Date;
  /** Author, or the value before. */
  readonly first: string | null;
  /** Channel, or the value after. */
  readonly second: string | null;
}

/** What happened to a ticket, in order: its making, words, statuses and priorities. */
export async function listPast(scope: Scope, ticketId: string): Promise<PastRow[]> {
  const { rows } = await sql<PastRow>`
    select p.kind, p.at, p.first, p.second from (
      select 'said' as kind, m.created_at as at, m.author_kind as first, m.channel as second, m.id
      from tickets t join messages m on m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
      where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId} and m.created_at >= t.created_at
        and m.channel <> 'note' and m.author_kind in ('customer', 'agent', 'assistant')
      union all
      select e.type, e.at, coalesce(e.data->>'from', e.actor_kind), e.data->>'to', e.id from ticket_events e
      where e.workspace_id = ${scope.workspaceId} and e.ticket_id = ${ticketId}
        and e.type in ('ticket.created', 'ticket.status', 'ticket.priority', 'handover.requested', 'bot.failed',
          'assistant.handed_over')) p
    order by p.at, p.id`.execute(scope.db);
  return rows;
}

/** Locks the clocks of a ticket until the transaction ends; makes their row where there is none. */
export async function lockClocks(scope: Scope, ticketId: string) {
  await writeLater(
    scope.db,
    scope.db
      .insertInto('sla_tickets')
      .values({ workspace_id: scope.workspaceId, ticket_id: ticketId })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'ticket_id']).doNothing()),
  );
  return scope.db
    .selectFrom('sla_tickets')
    .select(['policy_id', 'policy_version', 'metric', 'state', 'due_at', 'wake_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Whether a ticket ever ran by a policy. */
export async function hasClocks(scope: Scope, ticketId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('sla_tickets')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface Assignment {
  readonly at: Date;
  readonly policy_id: string | null;
  readonly policy_version: number | null;
  readonly schedule_id: string | null;
  readonly calendar_version: number | null;
}

/** By which policies a ticket has run, first to last. */
export async function listAssignments(scope: Scope, ticketId: string): Promise<Assignment[]> {
  return scope.db
    .selectFrom('sla_assignments')
    .select(['at', 'policy_id', 'policy_version', 'schedule_id', 'calendar_version'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function insertAssignment(
  scope: Scope,
  assignment: Assignment & { id: string; ticketId: string },
): Promise<void> {
  const { ticketId, ...row } = assignment;
  await writeLater(
    scope.db,
    scope.db
      .insertInto('sla_assignments')
      .values({ workspace_id: scope.workspaceId, ticket_id: ticketId, ...row }),
  );
}

/** Tickets that are not solved, in order of their ids, after one of them. */
export async function listOpenTickets(
  scope: Scope,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('tickets')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('status', 'not in', ['solved', 'closed'])
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Tickets of any workspace whose clocks should have been looked at before an instant. */
export async function listOverdue(
  db: Pick<Scope['db'], 'getExecutor'>,
  before: Date,
  most: number,
): Promise<{ workspace_id: string; ticket_id: string }[]> {
  const { rows } = await sql<{ workspace_id: string; ticket_id: string }>`
    select * from overdue_sla_tickets(${before}, ${most})`.execute(db);
  return rows;
}
