import { sql } from 'kysely';
import type { AgentSetup, SaveAgentSetup } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** How every agent is set up, by name. */
export async function listAgentSetups(scope: Scope): Promise<AgentSetup[]> {
  const { rows } = await sql<AgentSetup>`
    select a.id, m.name, a.status, a.capacity_rule_id as "capacityRuleId", a.shift_schedule_id as "shiftScheduleId",
      a.shift_plan as "shiftPlan",
      array(select g.group_id from group_members g
        where g.workspace_id = a.workspace_id and g.agent_id = a.id) as "groupIds",
      coalesce((select jsonb_agg(jsonb_build_object('id', s.skill_id, 'level', s.level))
        from agent_skills s where s.workspace_id = a.workspace_id and s.agent_id = a.id), '[]') as skills
    from agents a
    join members m on m.workspace_id = a.workspace_id and m.id = a.id and m.deactivated_at is null
    where a.workspace_id = ${scope.workspaceId}
    order by m.name, a.id`.execute(scope.db);
  return rows;
}

/** Sets groups, skills and capacity of an agent; false when there is no such agent. */
export async function saveAgentSetup(
  scope: Scope,
  agentId: string,
  setup: SaveAgentSetup,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('agents')
    .set({
      capacity_rule_id: setup.capacityRuleId,
      shift_schedule_id: setup.shiftScheduleId,
      shift_plan: setup.shiftPlan && toJson(setup.shiftPlan),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', agentId)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await sql`delete from group_members
    where workspace_id = ${scope.workspaceId} and agent_id = ${agentId}
      and not (group_id = any(${setup.groupIds}::uuid[]))`.execute(scope.db);
  await sql`insert into group_members (workspace_id, group_id, agent_id)
    select workspace_id, id, ${agentId} from groups
    where workspace_id = ${scope.workspaceId} and id = any(${setup.groupIds}::uuid[])
    on conflict do nothing`.execute(scope.db);
  await setSkills(scope, agentId, setup.skills);
  return true;
}

async function setSkills(
  scope: Scope,
  agentId: string,
  skills: SaveAgentSetup['skills'],
): Promise<void> {
  const ids = skills.map(({ id }) => id);
  await sql`delete from agent_skills
    where workspace_id = ${scope.workspaceId} and agent_id = ${agentId}
      and not (skill_id = any(${ids}::uuid[]))`.execute(scope.db);
  await sql`insert into agent_skills (workspace_id, agent_id, skill_id, level)
    select s.workspace_id, ${agentId}, s.id, w.level
    from skills s join unnest(${ids}::uuid[], ${skills.map(({ level }) => level)}::int[]) as w(id, level) on w.id = s.id
    where s.workspace_id = ${scope.workspaceId}
    on conflict (workspace_id, agent_id, skill_id) do update set level = excluded.level`.execute(
    scope.db,
  );
}
