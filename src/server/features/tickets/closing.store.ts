import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** Nothing of it is running: a chat that is still open keeps its ticket open too. */
const atRest = sql`t.status = 'solved' and not exists (
  select 1 from sessions s where s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    and s.state <> 'ended')`;

/**
 * Closes solved tickets in which nothing has changed since an instant. One that somebody is changing
 * right now is passed over: it is not at rest.
 */
export async function closeTickets(
  scope: Scope,
  which: { solvedBefore: Date; at: Date; limit: number },
): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    update tickets set status = 'closed', version = version + 1, updated_at = ${which.at}
    where workspace_id = ${scope.workspaceId} and id in (
      select t.id from tickets t
      where t.workspace_id = ${scope.workspaceId} and ${atRest} and t.updated_at <= ${which.solvedBefore}
      order by t.updated_at limit ${which.limit} for no key update of t skip locked)
    returning id, version`.execute(scope.db);
  return rows;
}

/** When the solved ticket that has rested longest was last changed. */
export async function findOldestSolved(scope: Scope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(t.updated_at) as at from tickets t
    where t.workspace_id = ${scope.workspaceId} and ${atRest}`.execute(scope.db);
  return rows[0]?.at ?? null;
}
