import type { Scope } from '../../platform/db/database.ts';

/** All tags by name, with how many tickets carry each. */
export async function listTags(scope: Scope) {
  return scope.db
    .selectFrom('tags as t')
    .leftJoin('ticket_tags as tt', (join) =>
      join.onRef('tt.workspace_id', '=', 't.workspace_id').onRef('tt.tag_id', '=', 't.id'),
    )
    .select((eb) => ['t.id', 't.name', eb.fn.count<number>('tt.ticket_id').as('tickets')])
    .where('t.workspace_id', '=', scope.workspaceId)
    .groupBy(['t.workspace_id', 't.id'])
    .orderBy('t.name')
    .execute();
}

export async function insertTag(scope: Scope, tag: { id: string; name: string }): Promise<void> {
  await scope.db
    .insertInto('tags')
    .values({ workspace_id: scope.workspaceId, ...tag })
    .execute();
}

/** Renames a tag; false when there is none of that id. */
export async function renameTag(scope: Scope, id: string, name: string): Promise<boolean> {
  const result = await scope.db
    .updateTable('tags')
    .set({ name })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes a tag from the workspace and from its tickets; false when there is none of that id. */
export async function deleteTag(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('tags')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
