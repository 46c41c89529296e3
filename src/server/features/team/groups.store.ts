import { sql } from 'kysely';
import type { SaveGroup, TeamGroup } from '../../../contracts/team.ts';
import type { Scope } from '../../platform/db/database.ts';

/** All groups by name, with their members and the queues they serve. */
export async function listTeamGroups(scope: Scope): Promise<TeamGroup[]> {
  const { rows } = await sql<TeamGroup>`
    select g.id, g.name, g.capacity_rule_id as "capacityRuleId",
      array(select m.agent_id from group_members m join members p on p.workspace_id = m.workspace_id
          and p.id = m.agent_id and p.deactivated_at is null
        where m.workspace_id = g.workspace_id and m.group_id = g.id order by p.name) as "memberIds",
      array(select q.name from queue_groups x join queues q on q.workspace_id = x.workspace_id and q.id = x.queue_id
        where x.workspace_id = g.workspace_id and x.group_id = g.id order by q.position) as queues
    from groups g where g.workspace_id = ${scope.workspaceId}
    order by g.name`.execute(scope.db);
  return rows;
}

export async function insertGroup(scope: Scope, id: string, group: SaveGroup): Promise<void> {
  await scope.db
    .insertInto('groups')
    .values({
      workspace_id: scope.workspaceId,
      id,
      name: group.name,
      capacity_rule_id: group.capacityRuleId,
    })
    .execute();
}

/** False when there is no such group. */
export async function updateGroup(scope: Scope, id: string, group: SaveGroup): Promise<boolean> {
  const result = await scope.db
    .updateTable('groups')
    .set({ name: group.name, capacity_rule_id: group.capacityRuleId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Makes exactly these agents the members of a group. */
export async function setGroupMembers(
  scope: Scope,
  groupId: string,
  agentIds: readonly string[],
): Promise<void> {
  await sql`delete from group_members
    where workspace_id = ${scope.workspaceId} and group_id = ${groupId}
      and not (agent_id = any(${[...agentIds]}::uuid[]))`.execute(scope.db);
  await sql`insert into group_members (workspace_id, group_id, agent_id)
    select workspace_id, ${groupId}, id from agents
    where workspace_id = ${scope.workspaceId} and id = any(${[...agentIds]}::uuid[])
    on conflict do nothing`.execute(scope.db);
}

/** Queues that only this group serves: without it their work would be nobody's. */
export async function listQueuesServedOnlyBy(scope: Scope, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select q.name from queues q
    join queue_groups x on x.workspace_id = q.workspace_id and x.queue_id = q.id and not x.is_secondary
    where q.workspace_id = ${scope.workspaceId}
    group by q.workspace_id, q.id having bool_and(x.group_id = ${groupId})
    order by q.position`.execute(scope.db);
  return rows.map(({ name }) => name);
}

/** Queues whose conditions or ladder name a group. */
export async function listQueuesNaming(scope: Scope, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from queues
    where workspace_id = ${scope.workspaceId}
      and (conditions -> 'groupIds' ? ${groupId}
        or exists (select 1 from jsonb_array_elements(ladder) step where step -> 'addGroupIds' ? ${groupId}))
    order by position`.execute(scope.db);
  return rows.map(({ name }) => name);
}

/** Forgets a group; tickets given to it belong to no group afterwards. */
export async function deleteGroup(scope: Scope, id: string): Promise<boolean> {
  await scope.db
    .updateTable('tickets')
    .set({ group_id: null })
    .where('workspace_id', '=', scope.workspaceId)
    .where('group_id', '=', id)
    .execute();
  const result = await scope.db
    .deleteFrom('groups')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
