import { sql } from 'kysely';
import type { SlaChip } from '../../../contracts/sla-chip.ts';
import type { View } from '../../../contracts/tickets.ts';
import { presetFilters, type TicketFilter, type TicketSort } from '../../../contracts/views.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Cursor } from './cursor.rules.ts';
import { conditionOf, factsFor, joins, type Viewer } from './filter.store.ts';
import { orderOf } from './sort.store.ts';

/** A ticket with everything a row of the inbox shows. */
export interface SummaryRow {
  id: string;
  number: number;
  version: number;
  subject: string;
  status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
  priority: 'urgent' | 'high' | 'normal' | 'low';
  channel: 'messaging' | 'email' | 'portal' | 'phone' | 'api';
  routing_channel: 'messaging' | 'email';
  category: string | null;
  created_at: Date;
  updated_at: Date;
  conversation_id: string;
  customer_id: string;
  customer_name: string | null;
  customer_email: string | null;
  agent_id: string | null;
  agent_name: string | null;
  group_id: string | null;
  group_name: string | null;
  queue_id: string | null;
  queue_name: string | null;
  work_state: 'waiting' | 'offered' | 'assigned' | 'held' | 'done' | null;
  held_reason: 'session_ended' | 'awaiting_customer' | 'on_hold' | 'assistant' | null;
  waiting_reason: string | null;
  session_state: 'active' | 'inactive' | 'ended' | null;
  last_author_kind: string | null;
  last_preview: string | null;
  last_message_at: Date | null;
  awaiting_since: Date | null;
  sla_metric: SlaChip['metric'] | null;
  sla_state: SlaChip['state'] | null;
  sla_due_at: Date | null;
  tags: string[];
}

const columns = sql`
  t.id, t.number, t.version, t.subject, t.status, t.priority, t.channel, t.routing_channel, t.category,
  t.created_at, t.updated_at, t.conversation_id, t.customer_id,
  c.name as customer_name,
  (select i.value from customer_identities i where i.workspace_id = t.workspace_id and i.customer_id = t.customer_id
     and i.kind = 'email' order by i.verified_at nulls last, i.id desc limit 1) as customer_email,
  w.agent_id, m.name as agent_name, t.group_id, g.name as group_name, w.queue_id, q.name as queue_name,
  w.state as work_state, w.held_reason, coalesce((select r.reason from line_reasons r
    where r.workspace_id = w.workspace_id and r.queue_id = w.queue_id and r.channel_class = w.channel_class
      and r.priority_rank = w.priority_rank and r.needs_key = w.needs_key and w.state = 'waiting'), w.waiting_reason) as waiting_reason,
  s.state as session_state,
  v.last_author_kind, v.last_preview, v.last_message_at, v.awaiting_since,
  l.metric as sla_metric, l.state as sla_state, l.due_at as sla_due_at,
  array(select n.name from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
    where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id order by n.name) as tags`;

/** What a row shows besides its ticket t. */
const shown = sql`${joins.conversation} ${joins.customer} ${joins.session} ${joins.work}
  left join members m on m.workspace_id = w.workspace_id and m.id = w.agent_id and w.state <> 'offered'
  left join queues q on q.workspace_id = w.workspace_id and q.id = w.queue_id
  left join groups g on g.workspace_id = t.workspace_id and g.id = t.group_id
  left join sla_tickets l on l.workspace_id = t.workspace_id and l.ticket_id = t.id`;

const everything = sql`tickets t ${shown}`;

export interface ListOptions {
  readonly filter: TicketFilter;
  readonly sort: TicketSort;
  readonly viewer: Viewer;
  readonly cursor: Cursor | null;
  readonly limit: number;
}

/**
 * A page and one row more, which tells that there is a next page. The page is chosen first, and what its rows show
 * is joined to it: more than eight joins are planned in the order they stand in, and with the word last all tickets
 * were joined to everything before most of them were left out.
 */
export async function listSummaries(
  scope: Scope,
  { filter, sort, viewer, cursor, limit }: ListOptions,
): Promise<(SummaryRow & { cursor_value: string })[]> {
  const order = orderOf(sort, cursor);
  const { rows } = await sql<SummaryRow & { cursor_value: string }>`
    with page as materialized (
      select t.id from ${factsFor(filter, sort.by)}
      where t.workspace_id = ${scope.workspaceId} and ${conditionOf(filter, viewer)} ${order.after}
      order by ${order.orderBy} limit ${limit + 1})
    select ${columns}, ${order.written} as cursor_value
    from page join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = page.id ${shown}
    order by ${order.orderBy}`.execute(scope.db);
  return rows;
}

/** The tickets of these ids, in no order. */
export async function listSummariesOf(scope: Scope, ids: readonly string[]): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    select ${columns} from ${everything}
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${ids}::uuid[])`.execute(scope.db);
  return rows;
}

/** Ids of the tickets a filter finds, in the order of the list; with `among` of these only. */
export async function listIds(
  scope: Scope,
  options: Omit<ListOptions, 'cursor'> & { among?: readonly string[] },
): Promise<string[]> {
  const { filter, sort, viewer, limit, among } = options;
  const { rows } = await sql<{ id: string }>`
    select t.id from ${factsFor(filter, sort.by)}
    where t.workspace_id = ${scope.workspaceId} and ${conditionOf(filter, viewer)}
      ${among ? sql`and t.id = any(${among}::uuid[])` : sql``}
    order by ${orderOf(sort, null).orderBy} limit ${limit}`.execute(scope.db);
  return rows.map((row) => row.id);
}

/**
 * How many tickets a filter finds, at most `bound`, and since when the quietest of them has been quiet.
 * The age is null where there are more than can be counted.
 */
export async function countMatching(
  scope: Scope,
  { filter, viewer, bound }: { filter: TicketFilter; viewer: Viewer; bound: number },
): Promise<{ count: number; oldestAt: Date | null }> {
  const { rows } = await sql<{ count: number; oldest_at: Date | null }>`
    with found as materialized (
      select t.id, t.conversation_id, t.created_at from ${factsFor(filter)}
      where t.workspace_id = ${scope.workspaceId} and ${conditionOf(filter, viewer)} limit ${bound + 1})
    select (select count(*)::int from found) as count, case when (select count(*) from found) <= ${bound} then
      (select min(coalesce(v.last_message_at, f.created_at)) from found f
        join conversations v on v.workspace_id = ${scope.workspaceId} and v.id = f.conversation_id) end as oldest_at`.execute(
    scope.db,
  );
  const { count, oldest_at: oldestAt } = rows[0] ?? { count: 0, oldest_at: null };
  return { count: Math.min(count, bound), oldestAt };
}

export async function findSummary(scope: Scope, ticketId: string): Promise<SummaryRow | undefined> {
  const { rows } = await sql<SummaryRow>`
    select ${columns} from ${everything}
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

const countedViews = ['unassigned', 'follow_ups', 'live', 'all_open', 'pending'] as const;

/** Of more tickets than this that are alike the oldest is not looked for. */
const agedAtMost = 1_000;

/**
 * Counts and oldest ages of the views that are everybody's, in one pass over the tickets that are not solved or still live.
 * Tickets that are alike in everything the views look at are counted together, and these groups, a few
 * hundred at most, are compared with the views. The age of a view is null where more than 1,000 of its
 * tickets are alike: reading their conversations costs three times what counting them does.
 */
export async function countViews(scope: Scope, now: Date) {
  const inView = (view: View) => conditionOf(presetFilters[view], { memberId: '', now });
  const counted = (view: View) => sql`
    coalesce(sum(t.tickets) filter (where ${inView(view)}), 0)::int as ${sql.ref(view)},
    case when max(t.tickets) filter (where ${inView(view)}) <= ${agedAtMost}
      then min(t.oldest) filter (where ${inView(view)}) end as ${sql.ref(`${view}_oldest`)}`;
  const ws = scope.workspaceId;
  const { rows } = await sql<Record<string, number | Date | null>>`
    with present as (
      select id, conversation_id, status, channel, routing_channel from tickets
      where workspace_id = ${ws} and status in ('new', 'open', 'pending', 'on_hold')
      union all
      select t.id, t.conversation_id, t.status, t.channel, t.routing_channel from sessions s
      join tickets t on t.workspace_id = s.workspace_id and t.conversation_id = s.conversation_id
      where s.workspace_id = ${ws} and s.state <> 'ended' and t.status in ('solved', 'closed')),
    alike as materialized (
      select t.status, t.channel, t.routing_channel, s.state as session, w.state as work, w.agent_id,
        count(*) as tickets, array_agg(t.conversation_id) as conversations
      from present t
      left join sessions s on s.workspace_id = ${ws} and s.conversation_id = t.conversation_id and s.state <> 'ended'
      left join work_items w on w.workspace_id = ${ws} and w.ticket_id = t.id and w.state <> 'done'
      group by 1, 2, 3, 4, 5, 6),
    aged as (
      select a.*, case when a.tickets <= ${agedAtMost} then (
        select min(coalesce(v.last_message_at, v.created_at)) from conversations v
        where v.workspace_id = ${ws} and v.id = any(a.conversations)) end as oldest from alike a)
    select ${sql.join(countedViews.map(counted))} from aged t,
      lateral (select t.session as state) s, lateral (select t.work as state, t.agent_id) w`.execute(
    scope.db,
  );
  return rows[0] ?? {};
}

/** Count and oldest age of what is a member's own: assigned to them or held for them. */
export async function countMine(scope: Scope, memberId: string) {
  const { rows } = await sql<{ mine: number; mine_oldest: Date | null }>`
    select count(*)::int as mine, case when count(*) <= ${agedAtMost}
      then min(coalesce(v.last_message_at, v.created_at)) end as mine_oldest
    from work_items w
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    join conversations v on v.workspace_id = t.workspace_id and v.id = t.conversation_id
    where w.workspace_id = ${scope.workspaceId} and w.agent_id = ${memberId} and w.state in ('assigned', 'held')
      and (t.status not in ('solved', 'closed') or exists (select 1 from sessions s
        where s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id and s.state <> 'ended'))`.execute(
    scope.db,
  );
  return rows[0] ?? { mine: 0, mine_oldest: null };
}

export async function countSolved(scope: Scope): Promise<number> {
  const row = await scope.db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('status', 'in', ['solved', 'closed'])
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countQueues(scope: Scope) {
  const { rows } = await sql<{ id: string; name: string; waiting: number; oldest_at: Date | null }>`
    select q.id, q.name, count(w.id)::int as waiting, min(w.eligible_at) as oldest_at
    from queues q
    left join work_items w on w.workspace_id = q.workspace_id and w.queue_id = q.id and w.state in ('waiting', 'offered')
    where q.workspace_id = ${scope.workspaceId}
    group by q.workspace_id, q.id order by q.position, q.id`.execute(scope.db);
  return rows;
}

/** Tickets of the conversations before and after this one. */
export async function listLinked(scope: Scope, conversationId: string) {
  const { rows } = await sql<{
    id: string;
    number: number;
    subject: string;
    followup: boolean;
    place: 'previous' | 'following';
  }>`
    select t.id, t.number, t.subject,
      case when v.previous_id = ${conversationId} then t.followup_of is not null
        else exists (select 1 from tickets o where o.workspace_id = v.workspace_id
          and o.conversation_id = ${conversationId} and o.followup_of is not null) end as followup, case when v.previous_id = ${conversationId} then 'following' else 'previous' end as place
    from conversations v join tickets t on t.workspace_id = v.workspace_id and t.conversation_id = v.id
    where v.workspace_id = ${scope.workspaceId} and (v.previous_id = ${conversationId}
      or v.id = (select previous_id from conversations where workspace_id = ${scope.workspaceId} and id = ${conversationId}))
    order by t.number`.execute(scope.db);
  return rows;
}
