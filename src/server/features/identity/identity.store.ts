import { sql, type Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

/** The workspaces a signed-in person belongs to, oldest membership first. */
export async function listMemberships(app: Kysely<Tables>, userId: string) {
  const { rows } = await sql<{ workspace_id: string; member_id: string; workspace_name: string }>`
    select * from memberships_of_user(${userId})`.execute(app);
  return rows;
}

export async function findMember(scope: Scope, memberId: string) {
  return scope.db
    .selectFrom('members')
    .select(['id', 'user_id', 'role', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', memberId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
}

export interface NewMember {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}

/** Makes somebody a member who can take work. */
export async function insertMember(scope: Scope, member: NewMember): Promise<void> {
  await scope.db
    .insertInto('members')
    .values({
      workspace_id: scope.workspaceId,
      id: member.id,
      user_id: member.userId,
      name: member.name,
      role: member.role,
    })
    .execute();
  await scope.db
    .insertInto('agents')
    .values({ workspace_id: scope.workspaceId, id: member.id })
    .execute();
}

/** Somebody who was a member once is one again, in no group; undefined where they never were or still are. */
export async function readmitMember(
  scope: Scope,
  { userId, name, role }: Omit<NewMember, 'id'>,
): Promise<string | undefined> {
  const row = await scope.db
    .updateTable('members')
    .set({ name, role, deactivated_at: null })
    .where('workspace_id', '=', scope.workspaceId)
    .where('user_id', '=', userId)
    .where('deactivated_at', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await scope.db
    .deleteFrom('group_members')
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', row.id)
    .execute();
  return row.id;
}

/** Locks the admins of the workspace, so that two changes cannot both take the last one away. */
export async function lockAdmins(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('members')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('role', '=', 'admin')
    .where('deactivated_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** False when there is no such member. */
export async function updateMember(
  scope: Scope,
  id: string,
  change: { name?: string; role?: NewMember['role']; deactivated_at?: Date },
): Promise<boolean> {
  const result = await scope.db
    .updateTable('members')
    .set(change)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Nobody is at the desk of this agent any more: they are offline, and no heartbeat is known. */
export async function sendAway(scope: Scope, agentId: string, at: Date): Promise<void> {
  await scope.db
    .updateTable('agents')
    .set({ status: 'offline', status_since: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', agentId)
    .execute();
  await scope.db
    .deleteFrom('presences')
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', agentId)
    .execute();
}

/** Tickets whose work somebody has or is offered. */
export async function listTicketsHeldBy(scope: Scope, agentId: string): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('work_items')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('agent_id', '=', agentId)
    .where('state', 'in', ['offered', 'assigned'])
    .execute();
  return rows.map((row) => row.ticket_id);
}

export async function addToGroups(
  scope: Scope,
  agentId: string,
  groupIds: readonly string[],
): Promise<void> {
  if (groupIds.length === 0) return;
  await scope.db
    .insertInto('group_members')
    .values(
      groupIds.map((groupId) => ({
        workspace_id: scope.workspaceId,
        group_id: groupId,
        agent_id: agentId,
      })),
    )
    .execute();
}

/** Members with their addresses and groups, by name. */
export async function listMembers(scope: Scope) {
  const { rows } = await sql<MemberRow>`
    select m.id, m.name, m.role, u.email,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
        from group_members gm join groups g on g.workspace_id = gm.workspace_id and g.id = gm.group_id
        where gm.workspace_id = m.workspace_id and gm.agent_id = m.id), '[]') as groups
    from members m join member_addresses() u on u.member_id = m.id
    where m.workspace_id = ${scope.workspaceId} and m.deactivated_at is null
    order by m.name, m.id`.execute(scope.db);
  return rows;
}

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly email: string;
  readonly groups: { id: string; name: string }[];
}
