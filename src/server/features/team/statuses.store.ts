import { sql } from 'kysely';
import type { CustomStatus, SaveStatus } from '../../../contracts/team.ts';
import type { AgentStatus } from '../../../contracts/people.ts';
import type { Scope } from '../../platform/db/database.ts';

/** The workspace's own statuses by name, with how many agents are in each. */
export async function listStatuses(scope: Scope): Promise<CustomStatus[]> {
  const { rows } = await sql<CustomStatus>`
    select s.id, s.name, s.takes, s.transfers, count(a.id)::int as agents
    from agent_statuses s
    left join agents a on a.workspace_id = s.workspace_id and a.custom_status_id = s.id
    where s.workspace_id = ${scope.workspaceId}
    group by s.workspace_id, s.id
    order by s.name`.execute(scope.db);
  return rows;
}

export async function insertStatus(scope: Scope, id: string, status: SaveStatus): Promise<void> {
  await scope.db
    .insertInto('agent_statuses')
    .values({ workspace_id: scope.workspaceId, id, ...status })
    .execute();
}

/** Changes a status; agents who are in it get the nearest built-in one with it. False when unknown. */
export async function updateStatus(
  scope: Scope,
  id: string,
  status: SaveStatus,
  nearest: AgentStatus,
): Promise<boolean> {
  const result = await scope.db
    .updateTable('agent_statuses')
    .set(status)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  await scope.db
    .updateTable('agents')
    .set({ status: nearest })
    .where('workspace_id', '=', scope.workspaceId)
    .where('custom_status_id', '=', id)
    .execute();
  return result.numUpdatedRows > 0n;
}

/** Agents in it stay in the nearest built-in status. */
export async function deleteStatus(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('agent_statuses')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** A status of the workspace's own; undefined when there is none of that id. */
export async function findStatus(scope: Scope, id: string) {
  return scope.db
    .selectFrom('agent_statuses')
    .select(['id', 'name', 'takes', 'transfers'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
