import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

/** Ids of all workspaces. */
export async function listWorkspaces(database: Database): Promise<string[]> {
  const { rows } = await sql<{ workspace_id: string }>`
    select workspace_id from watched_workspaces()`.execute(database.app);
  return rows.map((row) => row.workspace_id);
}
