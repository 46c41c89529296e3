import { sql, type RawBuilder } from 'kysely';
import type { ListTicketsQuery, View } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';

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
  held_reason: 'session_ended' | 'awaiting_customer' | 'on_hold' | null;
  waiting_reason: string | null;
  session_state: 'active' | 'inactive' | 'ended' | null;
  last_author_kind: string | null;
  last_preview: string | null;
  last_message_at: Date | null;
  awaiting_since: Date | null;
  tags: string[];
}

const columns = sql`
  t.id, t.number, t.version, t.subject, t.status, t.priority, t.channel, t.routing_channel, t.category,
  t.created_at, t.updated_at, t.conversation_id, t.customer_id,
  c.name as customer_name,
  (select i.value from customer_identities i where i.workspace_id = t.workspace_id and i.customer_id = t.customer_id
     and i.kind = 'email' order by i.verified_at nulls last, i.id desc limit 1) as customer_email,
  w.agent_id, m.name as agent_name, t.group_id, g.name as group_name, w.queue_id, q.name as queue_name,
  w.state as work_state, w.held_reason, w.waiting_reason, s.state as session_state,
  v.last_author_kind, v.last_preview, v.last_message_at, v.awaiting_since,
  array(select n.name from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
    where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id order by n.name) as tags`;

const joins = sql`
  tickets t
  join conversations v on v.workspace_id = t.workspace_id and v.id = t.conversation_id
  join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
  left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
  left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
  left join members m on m.workspace_id = w.workspace_id and m.id = w.agent_id and w.state <> 'offered'
  left join queues q on q.workspace_id = w.workspace_id and q.id = w.queue_id
  left join groups g on g.workspace_id = t.workspace_id and g.id = t.group_id`;

/** Which tickets a view shows; `memberId` is whose desk it is. */
function viewCondition(view: View, memberId: string): RawBuilder<unknown> {
  const conditions: Record<View, RawBuilder<unknown>> = {
    mine: sql`w.agent_id = ${memberId} and w.state in ('assigned', 'held')`,
    unassigned: sql`w.state in ('waiting', 'offered')`,
    follow_ups: sql`t.channel = 'messaging' and t.routing_channel = 'email' and s.state = 'ended'
      and t.status not in ('solved', 'closed')`,
    live: sql`s.state in ('active', 'inactive')`,
    all_open: sql`t.status in ('new', 'open')`,
    pending: sql`t.status in ('pending', 'on_hold')`,
    solved: sql`t.status in ('solved', 'closed')`,
  };
  return conditions[view];
}

export interface ListOptions extends ListTicketsQuery {
  readonly memberId: string;
}

/** One row more than the limit tells that there is a next page. Latest change first. */
export async function listSummaries(scope: Scope, options: ListOptions): Promise<SummaryRow[]> {
  const after = readCursor(options.cursor);
  const { rows } = await sql<SummaryRow>`
    select ${columns} from ${joins}
    where t.workspace_id = ${scope.workspaceId}
      ${options.view ? sql`and ${viewCondition(options.view, options.memberId)}` : sql``}
      ${options.queueId ? sql`and w.queue_id = ${options.queueId} and w.state in ('waiting', 'offered', 'assigned')` : sql``}
      ${options.customerId ? sql`and t.customer_id = ${options.customerId}` : sql``}
      ${options.search ? sql`and ${searchCondition(options.search)}` : sql``}
      ${after ? sql`and (t.updated_at, t.id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by t.updated_at desc, t.id desc
    limit ${options.limit + 1}`.execute(scope.db);
  return rows;
}

function searchCondition(search: string): RawBuilder<unknown> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const number = /^#?(\d{1,12})$/.exec(search)?.[1] ?? null;
  return sql`(t.subject ilike ${pattern} or c.name ilike ${pattern} or t.number = ${number}::bigint
    or exists (select 1 from customer_identities i where i.workspace_id = t.workspace_id
      and i.customer_id = t.customer_id and i.kind = 'email' and i.value ilike ${pattern})
    or exists (select 1 from messages x where x.workspace_id = t.workspace_id
      and x.conversation_id = t.conversation_id and x.body ilike ${pattern}))`;
}

/** Where the next page goes on. */
export function cursorOf(row: SummaryRow): string {
  return `${row.updated_at.getTime()}_${row.id}`;
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const match = /^(\d{1,16})_([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] && match[2] ? { at: new Date(Number(match[1])), id: match[2] } : null;
}

export async function findSummary(scope: Scope, ticketId: string): Promise<SummaryRow | undefined> {
  const { rows } = await sql<SummaryRow>`
    select ${columns} from ${joins}
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}

/** Counts and oldest ages of every view, in one pass over the tickets that are not solved. */
export async function countViews(scope: Scope, memberId: string) {
  const counted = (view: View) => sql`
    count(*) filter (where ${viewCondition(view, memberId)})::int as ${sql.ref(view)},
    min(coalesce(v.last_message_at, t.created_at)) filter (where ${viewCondition(view, memberId)}) as ${sql.ref(`${view}_oldest`)}`;
  const { rows } = await sql<Record<string, number | Date | null>>`
    select ${sql.join(
      (['mine', 'unassigned', 'follow_ups', 'live', 'all_open', 'pending'] as const).map(counted),
    )}
    from ${joins}
    where t.workspace_id = ${scope.workspaceId}
      and (t.status not in ('solved', 'closed') or s.state in ('active', 'inactive'))`.execute(
    scope.db,
  );
  return rows[0] ?? {};
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
    place: 'previous' | 'following';
  }>`
    select t.id, t.number, t.subject, case when v.previous_id = ${conversationId} then 'following' else 'previous' end as place
    from conversations v join tickets t on t.workspace_id = v.workspace_id and t.conversation_id = v.id
    where v.workspace_id = ${scope.workspaceId} and (v.previous_id = ${conversationId}
      or v.id = (select previous_id from conversations where workspace_id = ${scope.workspaceId} and id = ${conversationId}))
    order by t.number`.execute(scope.db);
  return rows;
}
