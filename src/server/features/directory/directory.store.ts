import type { Scope } from '../../platform/db/database.ts';

export async function listGroups(scope: Scope) {
  return scope.db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .execute();
}
