import { sql } from 'kysely';
import type { EntityPattern } from '../../../contracts/entities.ts';
import type { Scope } from '../../platform/db/database.ts';

/** The patterns of a workspace in their order; none where it uses those that come with Segue. */
export async function listPatterns(scope: Scope): Promise<EntityPattern[]> {
  return scope.db
    .selectFrom('entity_patterns')
    .select(['kind', 'pattern', 'enabled'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('position')
    .execute();
}

/** One saves at a time: the list is whole, and the last one's. */
export async function lockPatterns(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`patterns:${scope.workspaceId}`}, 0))`.execute(
    scope.db,
  );
}

export async function deletePatterns(scope: Scope): Promise<void> {
  await scope.db
    .deleteFrom('entity_patterns')
    .where('workspace_id', '=', scope.workspaceId)
    .execute();
}

export async function insertPatterns(
  scope: Scope,
  patterns: readonly EntityPattern[],
): Promise<void> {
  await scope.db
    .insertInto('entity_patterns')
    .values(
      patterns.map((one, position) => ({ workspace_id: scope.workspaceId, position, ...one })),
    )
    .execute();
}
