import { sql } from 'kysely';
import type { AgentStatus, ChannelClass } from '../../../contracts/people.ts';
import type { Hours } from '../../../contracts/schedules.ts';
import type { WorkClass } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { CapacityRule, RunningCall } from './capacity.rules.ts';

/** An agent's row with everything capacity depends on. */
export interface AgentLoad {
  readonly id: string;
  readonly name: string;
  readonly status: AgentStatus;
  readonly statusSince: Date;
  /** The status of the workspace's own that refines `status`; null: none. */
  readonly custom: CustomStatusOfAgent | null;
  readonly heartbeatAt: Date | null;
  readonly capacity: CapacityRule;
  readonly used: Record<ChannelClass, number>;
  readonly items: Record<ChannelClass, number>;
  /** Whether mail is offered to them that they have not answered. */
  readonly askedMail: boolean;
  readonly call: RunningCall | null;
  readonly lastAt: Record<ChannelClass, Date | null>;
  readonly shiftScheduleId: string | null;
  /** Hours of their own; null: those of the schedule. */
  readonly shiftPlan: Hours | null;
  readonly deskSince: Date | null;
  readonly deskChats: number;
}

export interface CustomStatusOfAgent {
  readonly id: string;
  readonly name: string;
  readonly takes: readonly WorkClass[];
  readonly transfers: boolean;
}

/**
 * Locks agents in id order until the transaction ends. Every path that gives work to somebody takes
 * these locks before it reads loads, so no two can use the same room.
 */
export async function lockAgents(scope: Scope, ids?: readonly string[]): Promise<string[]> {
  let query = scope.db
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .forNoKeyUpdate();
  query = ids === undefined ? query.where('status', '!=', 'offline') : query.where('id', 'in', ids);
  return (await query.execute()).map((row) => row.id);
}

/**
 * Loads of agents as the running transaction sees them; of all agents when `ids` is left out. An agent's
 * own capacity rule beats that of a group (the first by name), and a group's beats the default one.
 */
export async function readLoads(scope: Scope, ids?: readonly string[]): Promise<AgentLoad[]> {
  const { rows } = await sql<LoadRow>`
    select a.id, m.name, a.status, a.status_since, p.heartbeat_at, a.last_messaging_at, a.last_email_at,
      a.shift_schedule_id, a.shift_plan, a.desk_since, a.desk_chats,
      case when s.id is not null then json_build_object(
        'id', s.id, 'name', s.name, 'takes', s.takes, 'transfers', s.transfers) end as custom,
      r.id as rule_id, r.budget, r.messaging_units, r.messaging_ceiling, r.email_units, r.email_ceiling,
      r.call_units, r.call_ceiling, r.chat_on_top_of_mail, r.waiting_share, r.weights,
      coalesce(w.messaging_used, 0)::int as messaging_used, coalesce(w.email_used, 0)::int as email_used,
      coalesce(w.messaging_items, 0)::int as messaging_items, coalesce(w.email_items, 0)::int as email_items,
      coalesce(w.asked_mail, false) as asked_mail, c.started_at as call_since, c.units as call_used
    from agents a
    join members m on m.workspace_id = a.workspace_id and m.id = a.id and m.deactivated_at is null
    left join lateral (
      select g.capacity_rule_id as id from group_members gm
      join groups g on g.workspace_id = gm.workspace_id and g.id = gm.group_id
      where gm.workspace_id = a.workspace_id and gm.agent_id = a.id and g.capacity_rule_id is not null
      order by g.name limit 1) of_group on a.capacity_rule_id is null
    join capacity_rules r on r.workspace_id = a.workspace_id
      and (r.id = coalesce(a.capacity_rule_id, of_group.id)
        or (coalesce(a.capacity_rule_id, of_group.id) is null and r.is_default))
    left join agent_statuses s on s.workspace_id = a.workspace_id and s.id = a.custom_status_id
    left join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id
    left join calls c on c.workspace_id = a.workspace_id and c.agent_id = a.id and c.ended_at is null
    left join (
      select agent_id,
        sum(units) filter (where channel_class = 'messaging') as messaging_used,
        sum(units) filter (where channel_class = 'email') as email_used,
        count(*) filter (where channel_class = 'messaging' and state <> 'held') as messaging_items,
        count(*) filter (where channel_class = 'email' and state <> 'held') as email_items,
        bool_or(channel_class = 'email' and state = 'offered') as asked_mail
      from work_items
      where workspace_id = ${scope.workspaceId}
        and (state in ('offered', 'assigned') or (state = 'held' and units > 0))
      group by agent_id
    ) w on w.agent_id = a.id
    where a.workspace_id = ${scope.workspaceId}
      and (${ids === undefined} or a.id = any(${ids ?? []}::uuid[]))
    order by a.id`.execute(scope.db);
  return rows.map(loadOf);
}

interface LoadRow {
  id: string;
  name: string;
  status: AgentStatus;
  status_since: Date;
  heartbeat_at: Date | null;
  last_messaging_at: Date | null;
  last_email_at: Date | null;
  shift_schedule_id: string | null;
  shift_plan: Hours | null;
  desk_since: Date | null;
  desk_chats: number;
  custom: CustomStatusOfAgent | null;
  rule_id: string;
  budget: number;
  messaging_units: number;
  messaging_ceiling: number;
  email_units: number;
  email_ceiling: number;
  call_units: number;
  call_ceiling: number;
  chat_on_top_of_mail: boolean;
  waiting_share: number;
  weights: CapacityRule['weights'];
  messaging_used: number;
  email_used: number;
  messaging_items: number;
  email_items: number;
  asked_mail: boolean;
  call_since: Date | null;
  call_used: number | null;
}

function loadOf(row: LoadRow): AgentLoad {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    statusSince: row.status_since,
    custom: row.custom,
    heartbeatAt: row.heartbeat_at,
    capacity: ruleOf(row),
    used: { messaging: row.messaging_used, email: row.email_used },
    items: { messaging: row.messaging_items, email: row.email_items },
    askedMail: row.asked_mail,
    call: row.call_since === null ? null : { since: row.call_since, units: row.call_used ?? 0 },
    lastAt: { messaging: row.last_messaging_at, email: row.last_email_at },
    shiftScheduleId: row.shift_schedule_id,
    shiftPlan: row.shift_plan,
    deskSince: row.desk_since,
    deskChats: row.desk_chats,
  };
}

function ruleOf(row: LoadRow): CapacityRule {
  return {
    id: row.rule_id,
    budget: row.budget,
    units: { messaging: row.messaging_units, email: row.email_units, call: row.call_units },
    ceiling: { messaging: row.messaging_ceiling, email: row.email_ceiling, call: row.call_ceiling },
    chatOnTopOfMail: row.chat_on_top_of_mail,
    waitingShare: row.waiting_share,
    weights: row.weights,
  };
}
