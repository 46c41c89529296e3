import { sql } from 'kysely';
import { flowStepMinutes, type Guardrails, type Surge } from '../../../contracts/board.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { FlowCount } from './board.rules.ts';

export interface QueueFigures {
  readonly id: string;
  readonly name: string;
  readonly is_default: boolean;
  readonly paused: boolean;
  readonly groups: { id: string; name: string }[];
  /** Its groups, those asked later among them. */
  readonly servedBy: readonly string[];
  readonly waiting: number;
  readonly oldest_at: Date | null;
  readonly at_risk: number;
  readonly breached: number;
}

/** Every queue in list order with what waits in it and the promises of its open work. */
export async function listQueueFigures(scope: Scope): Promise<QueueFigures[]> {
  const { rows } = await sql<QueueFigures>`
    select q.id, q.name, q.is_default, q.paused,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
        from queue_groups qg join groups g on g.workspace_id = qg.workspace_id and g.id = qg.group_id
        where qg.workspace_id = q.workspace_id and qg.queue_id = q.id and not qg.is_secondary), '[]') as groups,
      array(select qg.group_id from queue_groups qg
        where qg.workspace_id = q.workspace_id and qg.queue_id = q.id) as "servedBy",
      coalesce(w.waiting, 0)::int as waiting, w.oldest_at,
      coalesce(w.at_risk, 0)::int as at_risk, coalesce(w.breached, 0)::int as breached
    from queues q
    left join (
      select w.queue_id,
        count(*) filter (where w.state in ('waiting', 'offered')) as waiting,
        min(w.eligible_at) filter (where w.state in ('waiting', 'offered')) as oldest_at,
        count(*) filter (where x.state = 'at_risk') as at_risk,
        count(*) filter (where x.state = 'breached') as breached
      from work_items w
      left join sla_tickets x on x.workspace_id = w.workspace_id and x.ticket_id = w.ticket_id
      where w.workspace_id = ${scope.workspaceId} and w.state <> 'done'
      group by w.queue_id
    ) w on w.queue_id = q.id
    where q.workspace_id = ${scope.workspaceId}
    order by q.position, q.id`.execute(scope.db);
  return rows;
}

/**
 * What came in and what was given out since an instant, by queue and step. A piece of work counts once in
 * each direction: where it is now, when it last came in and when it was last given.
 */
export async function listFlows(scope: Scope, since: Date, now: Date): Promise<FlowCount[]> {
  const stepSeconds = flowStepMinutes * 60;
  const { rows } = await sql<FlowCount>`
    select queue_id as "queueId", direction, count(*)::int as count,
      floor(extract(epoch from ${now}::timestamptz - at) / ${stepSeconds}::int)::int as "stepsAgo"
    from (
      select queue_id, 'in' as direction, eligible_at as at from work_items
      where workspace_id = ${scope.workspaceId} and eligible_at > ${since} and eligible_at <= ${now}
      union all
      select queue_id, 'out', assigned_at from work_items
      where workspace_id = ${scope.workspaceId} and assigned_at > ${since} and assigned_at <= ${now}
    ) as moved
    group by queue_id, direction, "stepsAgo"`.execute(scope.db);
  return rows;
}

export interface AgentWork {
  readonly id: string;
  readonly capacity_rule_id: string | null;
  readonly work: { ticketId: string; number: number; subject: string }[];
}

/** Each agent's own capacity rule and the latest few pieces of work they have in hand. */
export async function listAgentWork(scope: Scope, most: number): Promise<AgentWork[]> {
  const { rows } = await sql<AgentWork>`
    select a.id, a.capacity_rule_id, coalesce(h.work, '[]') as work
    from agents a
    left join (
      select agent_id, jsonb_agg(jsonb_build_object('ticketId', ticket_id, 'number', number, 'subject', subject)
        order by n) as work
      from (
        select w.agent_id, t.id as ticket_id, t.number, left(t.subject, 80) as subject,
          row_number() over (partition by w.agent_id order by w.assigned_at desc, w.id) as n
        from work_items w join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
        where w.workspace_id = ${scope.workspaceId} and w.state = 'assigned'
      ) as latest where n <= ${most} group by agent_id
    ) h on h.agent_id = a.id
    where a.workspace_id = ${scope.workspaceId}`.execute(scope.db);
  return rows;
}

/** Gives an agent a capacity rule of their own, or none; false when there is no such agent. */
export async function setCapacityRule(
  scope: Scope,
  agentId: string,
  capacityRuleId: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db
    .updateTable('agents')
    .set({ capacity_rule_id: capacityRuleId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', agentId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes a part of the settings and leaves the rest as it is, whoever writes at the same time. */
export async function saveBoardSettings(
  scope: Scope,
  part: { surge: Surge } | { guardrails: Guardrails },
): Promise<void> {
  await sql`update workspaces set settings = settings || ${JSON.stringify(part)}::jsonb
    where id = ${scope.workspaceId}`.execute(scope.db);
}
