import { sql } from 'kysely';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { Scope } from '../../platform/db/database.ts';
import { writeLater } from '../../platform/db/sent-together.ts';
import type { MatchableTicket } from './queues.rules.ts';
import type { Work } from './transitions.rules.ts';

/** Locks the work item of a ticket and returns it with what its claim depends on. */
export async function lockWork(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('work_items as w')
    .innerJoin('queues as q', (join) =>
      join.onRef('q.workspace_id', '=', 'w.workspace_id').onRef('q.id', '=', 'w.queue_id'),
    )
    .selectAll('w')
    .select('q.name as queue_name')
    .where('w.workspace_id', '=', scope.workspaceId)
    .where('w.ticket_id', '=', ticketId)
    .forNoKeyUpdate('w')
    .executeTakeFirst();
}

export type WorkItem = NonNullable<Awaited<ReturnType<typeof lockWork>>>;

/** What the claim and the queue of a ticket depend on. */
export async function findRoutingFacts(scope: Scope, ticketId: string) {
  const { rows } = await sql<RoutingFacts>`
    select t.status, t.priority, t.category, t.channel, t.routing_channel, t.group_id,
      t.pinned_queue_id, t.assistant_until, t.subject, t.fields,
      (select json_build_object('tier', c.tier, 'region', c.region)
        from customers c where c.workspace_id = t.workspace_id and c.id = t.customer_id) as customer,
      t.conversation_id, s.state as session_state, t.created_at,
      exists (select 1 from tickets f where f.workspace_id = s.workspace_id and f.followup_of = s.id
        and f.status <> 'closed') as followed_up,
      coalesce(array(
        select g.name from ticket_tags tt join tags g on g.workspace_id = tt.workspace_id and g.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id), '{}') as tags
    from tickets t
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

export interface RoutingFacts {
  readonly status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
  readonly priority: 'urgent' | 'high' | 'normal' | 'low';
  readonly category: string | null;
  readonly channel: 'messaging' | 'email' | 'portal' | 'phone' | 'api';
  readonly routing_channel: 'messaging' | 'email';
  readonly group_id: string | null;
  readonly pinned_queue_id: string | null;
  /** While the assistant looks at it: until when at most. */
  readonly assistant_until: Date | null;
  readonly subject: string;
  readonly fields: Record<string, string>;
  readonly customer: MatchableTicket['customer'];
  readonly conversation_id: string;
  readonly session_state: 'active' | 'inactive' | 'ended' | null;
  /** Whether a linked follow-up ticket goes on from it. */
  readonly followed_up: boolean;
  readonly created_at: Date;
  readonly tags: string[];
}

/**
 * Keeps a ticket in a queue, whatever the conditions of queues say; null keeps it nowhere. False when there
 * is no such queue.
 */
export async function pinQueue(
  scope: Scope,
  ticketId: string,
  queueId: string | null,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('tickets')
    .set({ pinned_queue_id: queueId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', ticketId)
    .$if(queueId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('queues')
            .select('id')
            .where('workspace_id', '=', scope.workspaceId)
            .where('id', '=', queueId),
        ),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function insertWork(scope: Scope, ticketId: string, work: Work): Promise<void> {
  await writeLater(
    scope.db,
    scope.db.insertInto('work_items').values({
      workspace_id: scope.workspaceId,
      id: work.id,
      ticket_id: ticketId,
      ...columnsOf(work),
    }),
  );
}

export async function updateWork(scope: Scope, work: Work): Promise<void> {
  await writeLater(
    scope.db,
    scope.db
      .updateTable('work_items')
      .set({ ...columnsOf(work), waiting_reason: null })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', work.id),
  );
}

function columnsOf(work: Work) {
  return {
    queue_id: work.queueId,
    channel_class: work.channelClass,
    state: work.state,
    units: work.units,
    agent_id: work.agentId,
    preferred_agent_id: work.preferredAgentId,
    held_reason: work.heldReason,
    priority_rank: work.priorityRank,
    eligible_at: work.eligibleAt,
    assigned_at: work.assignedAt,
    started_at: work.startedAt,
  };
}

/** The state of a row as the rules take it. */
export function workStateOf(row: WorkItem): Work {
  return {
    id: row.id,
    queueId: row.queue_id,
    channelClass: row.channel_class,
    state: row.state,
    units: row.units,
    agentId: row.agent_id,
    preferredAgentId: row.preferred_agent_id,
    heldReason: row.held_reason,
    priorityRank: row.priority_rank,
    eligibleAt: row.eligible_at,
    assignedAt: row.assigned_at,
    startedAt: row.started_at,
  };
}

/** Remembers that an agent got work of a class: when, and how many chats since they came to the desk. */
export async function markServed(
  scope: Scope,
  agentId: string,
  channelClass: ChannelClass,
  at: Date,
) {
  await scope.db
    .updateTable('agents')
    .set((eb) =>
      channelClass === 'messaging'
        ? { last_messaging_at: at, desk_chats: eb('desk_chats', '+', 1) }
        : { last_email_at: at },
    )
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', agentId)
    .execute();
}

/** Notes that whoever holds the work of a ticket has begun with it; does nothing for anybody else. */
export async function markBegun(
  scope: Scope,
  { agentId, ...of }: { agentId: string } & ({ ticketId: string } | { conversationId: string }),
  at: Date,
): Promise<void> {
  await scope.db
    .updateTable('work_items')
    .set({ started_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', 'in', (eb) =>
      'ticketId' in of
        ? sql<string>`(select ${of.ticketId}::uuid)`
        : eb
            .selectFrom('tickets')
            .select('id')
            .where('workspace_id', '=', scope.workspaceId)
            .where('conversation_id', '=', of.conversationId),
    )
    .where('state', '=', 'assigned')
    .where('agent_id', '=', agentId)
    .where('started_at', 'is', null)
    .execute();
}

/** Keeps how long somebody worked on something. */
export async function insertStretch(
  scope: Scope,
  stretch: { id: string; workItemId: string; endedAt: Date },
): Promise<void> {
  await sql`insert into work_stretches (workspace_id, id, work_item_id, agent_id, channel_class, category, started_at, ended_at)
    select w.workspace_id, ${stretch.id}, w.id, w.agent_id, w.channel_class, t.category, w.started_at, ${stretch.endedAt}
    from work_items w join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    where w.workspace_id = ${scope.workspaceId} and w.id = ${stretch.workItemId}
      and w.agent_id is not null and w.started_at < ${stretch.endedAt}`.execute(scope.db);
}

/** The work item of a ticket with its queue and holder, unlocked. */
export async function findWorkOfTicket(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('work_items as w')
    .innerJoin('queues as q', (join) =>
      join.onRef('q.workspace_id', '=', 'w.workspace_id').onRef('q.id', '=', 'w.queue_id'),
    )
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'w.workspace_id').onRef('m.id', '=', 'w.agent_id'),
    )
    .select([
      'w.id',
      'w.state',
      'w.queue_id',
      'w.agent_id',
      'q.name as queue_name',
      'm.name as agent_name',
    ])
    .where('w.workspace_id', '=', scope.workspaceId)
    .where('w.ticket_id', '=', ticketId)
    .executeTakeFirst();
}
