import { sql } from 'kysely';
import type { Category, SaveCategory } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

export async function listCategories(scope: Scope): Promise<Category[]> {
  return scope.db
    .selectFrom('categories')
    .select(['id', 'name', 'description', 'keywords', 'examples', 'fields'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .execute();
}

export async function insertCategory(scope: Scope, id: string, category: SaveCategory) {
  await scope.db
    .insertInto('categories')
    .values({
      workspace_id: scope.workspaceId,
      id,
      ...category,
      fields: toJson(category.fields),
    })
    .execute();
}

/** Changes a category; its tickets follow when it gets another name. False when there is none. */
export async function updateCategory(
  scope: Scope,
  id: string,
  category: SaveCategory,
): Promise<boolean> {
  await sql`update tickets t set category = ${category.name} from categories c
    where c.workspace_id = ${scope.workspaceId} and c.id = ${id} and c.name <> ${category.name}
      and t.workspace_id = c.workspace_id and t.category = c.name`.execute(scope.db);
  const result = await scope.db
    .updateTable('categories')
    .set({ ...category, fields: toJson(category.fields) })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Tickets keep the word. */
export async function deleteCategory(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('categories')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
