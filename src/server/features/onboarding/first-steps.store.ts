import { sql } from 'kysely';
import type { FirstSteps } from '../../../contracts/workspaces.ts';
import type { Scope } from '../../platform/db/database.ts';

/** What a workspace has of that which makes it work; each is found by the first row there is. */
export async function findFirstSteps({
  db,
  workspaceId,
}: Scope): Promise<Omit<FirstSteps, 'sending'>> {
  const { rows } = await sql<Omit<FirstSteps, 'sending'>>`
    select
      exists (select from conversations where workspace_id = ${workspaceId} and channel = 'messaging') as chat,
      exists (select from mail_intake where workspace_id = ${workspaceId}) as mail,
      exists (select from articles where workspace_id = ${workspaceId}) as articles,
      (select count(*) > 1 from members
        where workspace_id = ${workspaceId} and deactivated_at is null) as colleagues`.execute(db);
  const [steps] = rows;
  if (!steps) throw new Error('A select without a table has one row');
  return steps;
}
