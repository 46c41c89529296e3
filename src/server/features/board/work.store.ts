import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type {
  BoardFilter,
  BoardList,
  BoardSort,
  BoardWork,
  BoardWorkQuery,
  Guardrails,
  Need,
} from '../../../contracts/board.ts';
import type { SlaMetric } from '../../../contracts/sla-chip.ts';
import type { Scope } from '../../platform/db/database.ts';

type Condition = RawBuilder<SqlBool>;

/** When work needs somebody else, at this moment. */
export interface NeedAt extends Guardrails {
  readonly now: Date;
  /** A desk that has been silent for longer is gone. */
  readonly heartbeatTimeoutMs: number;
}

export interface BoardRow {
  readonly ticket_id: string;
  readonly number: number;
  readonly subject: string;
  readonly customer_name: string | null;
  readonly status: BoardWork['status'];
  readonly priority: BoardWork['priority'];
  readonly channel: BoardWork['channel'];
  readonly state: BoardWork['state'];
  readonly held_reason: 'session_ended' | 'awaiting_customer' | 'on_hold' | 'assistant' | null;
  readonly waiting_reason: string | null;
  /** Why its whole line waits; null where no plan has looked at it yet. */
  readonly line_reason: string | null;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly since: Date;
  readonly need: Need | null;
  readonly metric: SlaMetric | null;
  readonly sla_state: NonNullable<BoardWork['sla']>['state'] | null;
  readonly due_at: Date | null;
}

/**
 * The first rows of a list in its order. It walks the work that is not done, never the tickets of the past.
 * Names are joined to the rows that are shown only: with 5,000 pieces of work joining all took twice as long.
 */
export async function listBoardWork(
  scope: Scope,
  query: BoardWorkQuery,
  at: NeedAt,
): Promise<BoardRow[]> {
  const order = orderOf(query.sort, query.direction);
  const { rows } = await sql<BoardRow>`
    with picked as (
      select f.*, row_number() over (order by ${order}) as place
      from (${facts(scope, at)}) f where ${wanted(query)}
      order by place limit ${query.limit}
    )
    select p.*, t.number, t.subject, t.status, t.channel, c.name as customer_name,
      m.name as agent_name, q.name as queue_name, r.reason as line_reason
    from picked p
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = p.ticket_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    join queues q on q.workspace_id = t.workspace_id and q.id = p.queue_id
    left join members m on m.workspace_id = t.workspace_id and m.id = p.agent_id
    left join line_reasons r on p.state = 'waiting' and r.workspace_id = t.workspace_id and r.queue_id = p.queue_id
      and r.channel_class = p.channel_class and r.priority_rank = p.priority_rank and r.needs_key = p.needs_key
    order by p.place`.execute(scope.db);
  return rows;
}

/** How many rows the list has. */
export async function countBoardWork(
  scope: Scope,
  query: BoardFilter & { list: BoardList },
  at: NeedAt,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${facts(scope, at)}) f where ${wanted(query)}`.execute(
    scope.db,
  );
  return rows[0]?.total ?? 0;
}

/** How many rows the lists have that no queue counts. */
export async function countLists(scope: Scope, at: NeedAt) {
  const { rows } = await sql<{ after_chat: number; reassign: number }>`
    select count(*) filter (where ${lists.after_chat})::int as after_chat,
      count(*) filter (where ${lists.reassign})::int as reassign
    from (${facts(scope, at)}) f`.execute(scope.db);
  return rows[0] ?? { after_chat: 0, reassign: 0 };
}

/** Open work with what lists, filters and orders look at. */
function facts(scope: Scope, at: NeedAt) {
  return sql`
    select w.id, w.ticket_id, w.queue_id, w.agent_id, w.state, w.held_reason, w.waiting_reason,
      w.priority_rank, w.channel_class, w.needs_key, t.number as ticket_number, t.priority,
      coalesce(s.ended_at, o.ended_at) as ended_at,
      coalesce(s.ended_at, o.ended_at, w.eligible_at) as since,
      x.metric, x.state as sla_state, x.due_at, ${needAt(at)} as need
    from work_items w
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    join conversations v on v.workspace_id = t.workspace_id and v.id = t.conversation_id
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    left join sessions o on o.workspace_id = t.workspace_id and o.id = t.followup_of
    left join agents a on a.workspace_id = w.workspace_id and a.id = w.agent_id
    left join presences p on p.workspace_id = w.workspace_id and p.agent_id = w.agent_id
    left join sla_tickets x on x.workspace_id = w.workspace_id and x.ticket_id = w.ticket_id
    where w.workspace_id = ${scope.workspaceId} and w.state <> 'done'`;
}

/** The first guardrail that work is beyond; the owner's absence says most, so it comes first. */
function needAt(at: NeedAt) {
  const before = (ms: number) => new Date(at.now.getTime() - ms);
  const { agedHours, unacceptedMinutes, ownerAwayMinutes } = at;
  const away = before((ownerAwayMinutes ?? 0) * 60_000);
  const silent = before(Math.max((ownerAwayMinutes ?? 0) * 60_000, at.heartbeatTimeoutMs));
  const aged = before((agedHours ?? 0) * 3_600_000);
  const unaccepted = before((unacceptedMinutes ?? 0) * 60_000);
  return sql`case
    when ${ownerAwayMinutes !== null} and w.state = 'assigned' and w.assigned_at <= ${away}
      and ((a.status = 'offline' and a.status_since <= ${away})
        or p.heartbeat_at is null or p.heartbeat_at <= ${silent}) then 'owner_away'
    when ${agedHours !== null} and w.state = 'assigned'
      and greatest(w.assigned_at, v.last_message_at) <= ${aged} then 'aged'
    when ${unacceptedMinutes !== null} and w.state in ('waiting', 'offered')
      and w.eligible_at <= ${unaccepted} then 'unaccepted'
    end`;
}

const lists: Record<BoardList, Condition> = {
  after_chat: sql<SqlBool>`f.ended_at is not null`,
  at_risk: sql<SqlBool>`f.sla_state in ('at_risk', 'breached')`,
  reassign: sql<SqlBool>`f.need is not null`,
  open: sql<SqlBool>`true`,
};

function wanted({ list, ...filter }: BoardFilter & { list: BoardList }): Condition {
  const { queue, owner, state, sla, priority, need } = filter;
  const conditions: Condition[] = [lists[list]];
  if (queue !== undefined) conditions.push(sql`f.queue_id = ${queue}`);
  if (owner === 'none') conditions.push(sql`f.agent_id is null`);
  else if (owner !== undefined) conditions.push(sql`f.agent_id = ${owner}`);
  if (state !== undefined) conditions.push(sql`f.state = ${state}`);
  if (sla !== undefined) conditions.push(sql`f.sla_state = ${sla}`);
  if (priority !== undefined) conditions.push(sql`f.priority = ${priority}`);
  if (need !== undefined) conditions.push(sql`f.need = ${need}`);
  return sql.join(conditions, sql` and `);
}

const columns: Record<BoardSort, RawBuilder<unknown>> = {
  age: sql`f.since`,
  due: sql`f.due_at`,
  priority: sql`f.priority_rank`,
  owner: sql`(select m.name from members m where m.workspace_id = current_workspace_id() and m.id = f.agent_id)`,
  queue: sql`(select q.position from queues q where q.workspace_id = current_workspace_id() and q.id = f.queue_id)`,
  number: sql`f.ticket_number`,
};

/** Ascending is what matters first: the oldest, the next due, the most urgent. Without a value comes last. */
function orderOf(sort: BoardSort, direction: 'asc' | 'desc') {
  const column = columns[sort];
  const first =
    direction === 'asc' ? sql`${column} asc nulls last` : sql`${column} desc nulls last`;
  return sql`${first}, f.since, f.id`;
}
