import { sql } from 'kysely';
import type { AgentStatus } from '../../../contracts/people.ts';
import type { Scope } from '../../platform/db/database.ts';

/** People, groups and skills of every agent, by name. */
export async function listAgentPeople(scope: Scope, only?: string) {
  const { rows } = await sql<AgentPerson>`
    select a.id, m.name, u.email, m.role, a.status_since,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
        from group_members gm join groups g on g.workspace_id = gm.workspace_id and g.id = gm.group_id
        where gm.workspace_id = a.workspace_id and gm.agent_id = a.id), '[]') as groups,
      coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'level', x.level) order by s.name)
        from agent_skills x join skills s on s.workspace_id = x.workspace_id and s.id = x.skill_id
        where x.workspace_id = a.workspace_id and x.agent_id = a.id), '[]') as skills
    from agents a
    join members m on m.workspace_id = a.workspace_id and m.id = a.id and m.deactivated_at is null
    join member_addresses() u on u.member_id = m.id
    where a.workspace_id = ${scope.workspaceId} ${only === undefined ? sql`` : sql`and a.id = ${only}`}
    order by m.name, a.id`.execute(scope.db);
  return rows;
}

export interface AgentPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly status_since: Date;
  readonly groups: { id: string; name: string }[];
  readonly skills: { name: string; level: number }[];
}

export interface ChosenStatus {
  readonly status: AgentStatus;
  readonly customStatusId: string | null;
}

/**
 * Sets the chosen status; false when it was that already or the agent is unknown. Whoever was offline
 * begins anew: the chats of before do not count for fairness.
 */
export async function updateStatus(
  scope: Scope,
  agentId: string,
  { status, customStatusId }: ChosenStatus,
  at: Date,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('agents')
    .set((eb) => ({
      status,
      custom_status_id: customStatusId,
      status_since: at,
      desk_since: eb
        .case()
        .when('status', '=', 'offline')
        .then(at)
        .else(eb.ref('desk_since'))
        .end(),
      desk_chats: eb.case().when('status', '=', 'offline').then(0).else(eb.ref('desk_chats')).end(),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', agentId)
    .where((eb) =>
      eb.or([
        eb('status', '!=', status),
        eb('custom_status_id', 'is distinct from', customStatusId),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes that a desk is alive. Returns when it was heard of before; null for the first time. */
export async function saveHeartbeat(scope: Scope, agentId: string, at: Date): Promise<Date | null> {
  const before = await scope.db
    .selectFrom('presences')
    .select('heartbeat_at')
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  await scope.db
    .insertInto('presences')
    .values({ workspace_id: scope.workspaceId, agent_id: agentId, heartbeat_at: at })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'agent_id']).doUpdateSet({ heartbeat_at: at }),
    )
    .execute();
  return before?.heartbeat_at ?? null;
}

/** Forgets the presence of an agent whose last desk has closed. */
export async function deleteHeartbeat(scope: Scope, agentId: string): Promise<void> {
  await scope.db
    .deleteFrom('presences')
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}
