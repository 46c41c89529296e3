import { sql } from 'kysely';
import type { RecipeId } from '../../../contracts/recipes.ts';
import type { Scope } from '../../platform/db/database.ts';
import type { MadeByRecipe } from '../../platform/db/tables-recipes.ts';
import { toJson } from '../../platform/json.ts';
import type { Surroundings } from './recipes.rules.ts';

/** Recipes that are in, with who put them in. */
export async function listInstalls(scope: Scope) {
  return scope.db
    .selectFrom('recipe_installs as r')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.id', '=', 'r.member_id'),
    )
    .select(['r.recipe', 'r.made', 'r.installed_at', 'm.name as by'])
    .where('r.workspace_id', '=', scope.workspaceId)
    .execute();
}

/** Claims a recipe; false when it is in already. */
export async function insertInstall(
  scope: Scope,
  install: { recipe: RecipeId; memberId: string; at: Date },
): Promise<boolean> {
  const result = await scope.db
    .insertInto('recipe_installs')
    .values({
      workspace_id: scope.workspaceId,
      recipe: install.recipe,
      made: toJson({ rules: [], queues: [], views: [] }),
      member_id: install.memberId,
      installed_at: install.at,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'recipe']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveMade(scope: Scope, recipe: RecipeId, made: MadeByRecipe): Promise<void> {
  await scope.db
    .updateTable('recipe_installs')
    .set({ made: toJson(made) })
    .where('workspace_id', '=', scope.workspaceId)
    .where('recipe', '=', recipe)
    .execute();
}

/** Takes an install off the list and tells what it had made; undefined when it is not in. */
export async function takeInstall(
  scope: Scope,
  recipe: RecipeId,
): Promise<MadeByRecipe | undefined> {
  const row = await scope.db
    .deleteFrom('recipe_installs')
    .where('workspace_id', '=', scope.workspaceId)
    .where('recipe', '=', recipe)
    .returning('made')
    .executeTakeFirst();
  return row?.made;
}

/** What recipes take from the workspace. */
export async function findSurroundings(scope: Scope): Promise<Surroundings> {
  const { rows } = await sql<Surroundings>`
    select
      (select id from schedules where workspace_id = ${scope.workspaceId} and is_default) as "scheduleId",
      array(select g.group_id from queue_groups g
        join queues q on q.workspace_id = g.workspace_id and q.id = g.queue_id and q.is_default
        where g.workspace_id = ${scope.workspaceId} and not g.is_secondary) as "groupIds"`.execute(
    scope.db,
  );
  const [found] = rows;
  if (!found) throw new Error('A query without rows answered with none.');
  return found;
}
