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

/** What was known of an agent's desks before a heartbeat, and when they were last touched after it. */
export interface Heard {
  /** Null for the first time. */
  readonly before: Date | null;
  /** The latest of all their desks; null: not known. */
  readonly activeAt: Date | null;
}

/** Notes that a desk is alive, and when it was last touched; null where it does not say. */
export async function saveHeartbeat(
  scope: Scope,
  agentId: string,
  { at, activeAt }: { at: Date; activeAt: Date | null },
): Promise<Heard> {
  const { rows } = await sql<Heard>`
    with known as (
      select heartbeat_at from presences
      where workspace_id = ${scope.workspaceId} and agent_id = ${agentId})
    insert into presences (workspace_id, agent_id, heartbeat_at, active_at)
    values (${scope.workspaceId}, ${agentId}, ${at}, ${activeAt})
    on conflict (workspace_id, agent_id) do update set heartbeat_at = excluded.heartbeat_at,
      active_at = greatest(presences.active_at, excluded.active_at)
    returning (select heartbeat_at from known) as before, active_at as "activeAt"`.execute(
    scope.db,
  );
  return rows[0] ?? { before: null, activeAt: null };
}

/** The chosen status of an agent. */
export async function findChosenStatus(scope: Scope, agentId: string) {
  const row = await scope.db
    .selectFrom('agents')
    .select('status')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', agentId)
    .executeTakeFirst();
  return row?.status;
}

/** Notes that the last desk of an agent has closed: `heardUntil` is the last instant at which they may count as there. */
export async function endHeartbeat(scope: Scope, agentId: string, heardUntil: Date): Promise<void> {
  await scope.db
    .updateTable('presences')
    .set((eb) => ({
      heartbeat_at: eb.fn<Date>('least', ['heartbeat_at', eb.val(heardUntil)]),
      active_at: null,
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}
