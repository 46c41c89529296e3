import type { JSONColumnType } from 'kysely';
import type { RecipeId } from '../../../contracts/recipes.ts';

/** What a recipe made, by id. */
export interface MadeByRecipe {
  readonly rules: readonly string[];
  readonly queues: readonly string[];
  readonly views: readonly string[];
}

export interface RecipeTables {
  recipe_installs: {
    workspace_id: string;
    recipe: RecipeId;
    made: JSONColumnType<MadeByRecipe>;
    member_id: string | null;
    installed_at: Date;
  };
}
