import { sql } from 'kysely';
import type { AgentStatus, ChannelClass } from '../../../contracts/people.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { CapacityRule } from './routing.rules.ts';

/** An agent's row with everything capacity depends on. */
export interface AgentLoad {
  readonly id: string;
  readonly name: string;
  readonly status: AgentStatus;
  readonly heartbeatAt: Date | null;
  readonly capacity: CapacityRule;
  readonly used: Record<ChannelClass, number>;
  readonly items: Record<ChannelClass, number>;
  readonly lastAt: Record<ChannelClass, Date | null>;
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
    .forUpdate();
  query = ids === undefined ? query.where('status', '!=', 'offline') : query.where('id', 'in', ids);
  return (await query.execute()).map((row) => row.id);
}

/** Loads of agents as the running transaction sees them; of all agents when `ids` is left out. */
export async function readLoads(scope: Scope, ids?: readonly string[]): Promise<AgentLoad[]> {
  const { rows } = await sql<LoadRow>`
    select a.id, m.name, a.status, p.heartbeat_at, a.last_messaging_at, a.last_email_at,
      r.budget, r.messaging_units, r.messaging_ceiling, r.email_units, r.email_ceiling,
      coalesce(w.messaging_used, 0)::int as messaging_used, coalesce(w.email_used, 0)::int as email_used,
      coalesce(w.messaging_items, 0)::int as messaging_items, coalesce(w.email_items, 0)::int as email_items
    from agents a
    join members m on m.workspace_id = a.workspace_id and m.id = a.id and m.deactivated_at is null
    join capacity_rules r on r.workspace_id = a.workspace_id
      and (r.id = a.capacity_rule_id or (a.capacity_rule_id is null and r.is_default))
    left join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id
    left join (
      select agent_id,
        sum(units) filter (where channel_class = 'messaging') as messaging_used,
        sum(units) filter (where channel_class = 'email') as email_used,
        count(*) filter (where channel_class = 'messaging') as messaging_items,
        count(*) filter (where channel_class = 'email') as email_items
      from work_items
      where workspace_id = ${scope.workspaceId} and state in ('offered', 'assigned')
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
  heartbeat_at: Date | null;
  last_messaging_at: Date | null;
  last_email_at: Date | null;
  budget: number;
  messaging_units: number;
  messaging_ceiling: number;
  email_units: number;
  email_ceiling: number;
  messaging_used: number;
  email_used: number;
  messaging_items: number;
  email_items: number;
}

function loadOf(row: LoadRow): AgentLoad {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    heartbeatAt: row.heartbeat_at,
    capacity: {
      budget: row.budget,
      units: { messaging: row.messaging_units, email: row.email_units },
      ceiling: { messaging: row.messaging_ceiling, email: row.email_ceiling },
    },
    used: { messaging: row.messaging_used, email: row.email_used },
    items: { messaging: row.messaging_items, email: row.email_items },
    lastAt: { messaging: row.last_messaging_at, email: row.last_email_at },
  };
}
