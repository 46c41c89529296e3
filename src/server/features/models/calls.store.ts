import { sql, type Insertable, type Kysely, type Updateable } from 'kysely';
import type { ModelPurpose } from '../../../contracts/models.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

type NewCall = Omit<Insertable<Tables['model_calls']>, 'workspace_id'>;

export async function insertCall(scope: Scope, call: NewCall): Promise<void> {
  await scope.db
    .insertInto('model_calls')
    .values({ workspace_id: scope.workspaceId, ...call })
    .execute();
}

export async function updateCall(
  scope: Scope,
  id: string,
  changes: Updateable<Tables['model_calls']>,
): Promise<void> {
  await scope.db
    .updateTable('model_calls')
    .set(changes)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** What each purpose has used since a moment, with what is being asked right now. */
export async function sumCalls(scope: Scope, since: Date) {
  return scope.db
    .selectFrom('model_calls')
    .select((eb) => [
      'purpose',
      eb.fn.countAll<number>().as('calls'),
      sql<number>`count(*) filter (where result not in ('ok', 'running'))`.as('failed'),
      sql<number>`sum(tokens_in + tokens_out)::bigint`.as('tokens'),
      sql<number>`sum(cost_micros)::bigint`.as('cost_micros'),
    ])
    .where('workspace_id', '=', scope.workspaceId)
    .where('at', '>=', since)
    .groupBy('purpose')
    .execute();
}

/** The latest calls, newest first. */
export async function listCalls(scope: Scope, only: { limit: number; purpose?: ModelPurpose }) {
  return scope.db
    .selectFrom('model_calls')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .$if(only.purpose !== undefined, (query) =>
      query.where('purpose', '=', only.purpose ?? 'write'),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(only.limit)
    .execute();
}

/** Forgets calls made before a moment; how many. */
export async function deleteCalls(scope: Scope, before: Date): Promise<number> {
  const { numDeletedRows } = await scope.db
    .deleteFrom('model_calls')
    .where('workspace_id', '=', scope.workspaceId)
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Workspaces of which calls are remembered. */
export async function listWorkspacesWithCalls(owner: Kysely<Tables>): Promise<string[]> {
  const rows = await owner.selectFrom('model_calls').select('workspace_id').distinct().execute();
  return rows.map((row) => row.workspace_id);
}
