import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../platform/db/tables.ts';

/**
 * Whether a member of the workspace signs in with this address. People stand apart from workspaces, so
 * the handle is the owner's.
 */
export async function hasMemberAddress(
  owner: Kysely<Tables>,
  wanted: { workspaceId: string; email: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from members m join auth."user" u on u.id = m.user_id
    where m.workspace_id = ${wanted.workspaceId} and lower(u.email) = ${wanted.email}
      and m.deactivated_at is null
    limit 1`.execute(owner);
  return rows.length > 0;
}
