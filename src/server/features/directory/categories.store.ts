import { sql } from 'kysely';
import type { Category, SaveCategory } from '../../../contracts/tickets.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import { renameCategory } from './category-names.store.ts';

export async function listCategories(scope: Scope): Promise<Category[]> {
  return scope.db
    .selectFrom('categories')
    .select(['id', 'name', 'description', 'keywords', 'examples', 'fields'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy(sql`lower(name)`)
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

/** Changes a category; what names it follows when it gets another name. False when there is none. */
export async function updateCategory(
  scope: Scope,
  { id, category, at }: { id: string; category: SaveCategory; at: Date },
): Promise<boolean> {
  const before = await findName(scope, id);
  if (before === undefined) return false;
  if (before !== category.name)
    await renameCategory(scope, { from: before, to: category.name, at });
  const result = await scope.db
    .updateTable('categories')
    .set({ ...category, fields: toJson(category.fields) })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function findName(scope: Scope, id: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('categories')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.name;
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
