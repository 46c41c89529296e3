import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** Whether a member of the workspace signs in with this address. */
export async function hasMemberAddress(scope: Scope, email: string): Promise<boolean> {
  const { rows } = await sql`
    select from member_addresses() u
    join members m on m.workspace_id = ${scope.workspaceId} and m.id = u.member_id
    where lower(u.email) = ${email} and m.deactivated_at is null
    limit 1`.execute(scope.db);
  return rows.length > 0;
}
