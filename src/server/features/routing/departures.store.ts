import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** Agents of whom the last `count` offers all lapsed, among some of them. */
export async function listLapsing(
  scope: Scope,
  agentIds: readonly string[],
  count: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from agents a
    join lateral (
      select bool_and(o.outcome = 'timed_out') as lapsed, count(*) as offers from (
        select outcome from offers
        where workspace_id = a.workspace_id and agent_id = a.id and outcome is not null
          and outcome <> 'withdrawn' and offered_at >= a.status_since
        order by offered_at desc limit ${count}) o) last on true
    where a.workspace_id = ${scope.workspaceId} and a.id = any(${[...agentIds]}::uuid[])
      and a.status in ('online', 'away') and last.lapsed and last.offers >= ${count}`.execute(
    scope.db,
  );
  return rows.map((row) => row.id);
}

/**
 * Sets agents to away, whatever status of their own they were in; who was away already, and so was asked
 * for mail, to transfers only.
 */
export async function setAway(scope: Scope, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update agents set status = case status when 'online' then 'away' else 'transfers_only' end,
      status_since = ${at}, custom_status_id = null
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(scope.db);
}

export interface AbsentFacts {
  readonly now: Date;
  readonly heartbeatTimeoutMs: number;
  /** For how long somebody must be gone. */
  readonly absentMs: number;
}

const goneSince = ({ heartbeatTimeoutMs }: AbsentFacts) => sql<Date>`
  case when a.status = 'offline' then a.status_since
    else coalesce(p.heartbeat_at + ${heartbeatTimeoutMs} * interval '1 millisecond', a.status_since) end`;

const openWork = sql`w.state = 'assigned'
  and ((w.channel_class = 'messaging' and w.units > 0) or (w.channel_class = 'email' and w.started_at is null))`;

/**
 * Takes running chats and unbegun mail from people who have been gone for long enough, and puts them back
 * into their queues with those people preferred. What somebody changes right now is left for the next plan.
 */
export async function returnWorkOfAbsent(scope: Scope, facts: AbsentFacts) {
  const before = new Date(facts.now.getTime() - facts.absentMs);
  const { rows } = await sql<{
    id: string;
    ticket_id: string;
    queue_id: string;
    queue_name: string;
    agent_name: string;
    channel_class: string;
  }>`
    with gone as (
      select w.workspace_id, w.id from work_items w
      join agents a on a.workspace_id = w.workspace_id and a.id = w.agent_id
      left join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id
      join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
      where w.workspace_id = ${scope.workspaceId} and ${openWork}
        and ${goneSince(facts)} <= ${before} and w.assigned_at <= ${before}
      order by w.id limit 200 for no key update of t, w skip locked)
    update work_items w set state = 'waiting', units = 0, agent_id = null, preferred_agent_id = w.agent_id,
      assigned_at = null, started_at = null, waiting_reason = null
    from gone, queues q, members m, work_items old
    where w.workspace_id = gone.workspace_id and w.id = gone.id
      and old.workspace_id = w.workspace_id and old.id = w.id
      and q.workspace_id = w.workspace_id and q.id = w.queue_id
      and m.workspace_id = w.workspace_id and m.id = old.agent_id
    returning w.id, w.ticket_id, w.queue_id, q.name as queue_name, m.name as agent_name, w.channel_class`.execute(
    scope.db,
  );
  return rows;
}

/** When the next work of somebody who is gone is to be taken back; null when none is. */
export async function findNextReturn(scope: Scope, facts: AbsentFacts): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(greatest(${goneSince(facts)}, w.assigned_at)) as at
    from work_items w
    join agents a on a.workspace_id = w.workspace_id and a.id = w.agent_id
    left join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id
    where w.workspace_id = ${scope.workspaceId} and ${openWork}`.execute(scope.db);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at.getTime() + facts.absentMs);
}
