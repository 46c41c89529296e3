import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

export async function isReachable(database: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(database.app);
    return true;
  } catch {
    return false;
  }
}

/** Work of all workspaces by state: a figure without names. */
export async function countWorkStates(database: Database) {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from work_items group by state order by state`.execute(
    database.owner,
  );
  return rows;
}
