import {
  recipeIdSchema,
  type Recipe,
  type RecipeId,
  type RecipePart,
} from '../../../contracts/recipes.ts';
import type { SaveQueue } from '../../../contracts/team.ts';
import type { TriggerRule } from '../../../contracts/triggers.ts';
import type { SaveTicketView } from '../../../contracts/views.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { recipes, type RecipeParts } from './recipes.rules.ts';
import {
  findSurroundings,
  insertInstall,
  listInstalls,
  saveMade,
  takeInstall,
} from './recipes.store.ts';

interface Author {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Making and taking away, inside a transaction that runs already. */
export interface RecipeMakers {
  readonly makeRule: (rule: TriggerRule) => Promise<string>;
  readonly removeRule: (id: string) => Promise<void>;
  readonly makeQueue: (queue: SaveQueue) => Promise<string>;
  readonly removeQueue: (id: string) => Promise<void>;
  readonly makeView: (view: SaveTicketView) => Promise<string>;
  readonly removeView: (id: string) => Promise<void>;
}

export interface RecipeDeps extends Pick<Core, 'database' | 'clock'> {
  readonly makersIn: (scope: Scope, author: Author) => RecipeMakers;
  /** A rule as people read it. */
  readonly describeRule: (rule: TriggerRule) => string[];
}

export type RecipeService = ReturnType<typeof createRecipeService>;

/** Recipes: shown with what they make, put in and taken out whole, in one transaction each. */
export function createRecipeService({ database, clock, makersIn, describeRule }: RecipeDeps) {
  async function read(scope: Scope): Promise<Recipe[]> {
    const surroundings = await findSurroundings(scope);
    const installs = new Map((await listInstalls(scope)).map((row) => [row.recipe, row]));
    return recipeIdSchema.options.map((id) => {
      const { name, explanation, parts } = recipes[id];
      const install = installs.get(id);
      return {
        id,
        name,
        explanation,
        parts: partsOf(parts(surroundings)),
        installed: install ? { at: install.installed_at.toISOString(), by: install.by } : null,
      };
    });
  }

  function partsOf({ rules, queues, views }: RecipeParts): RecipePart[] {
    return [
      ...rules.map((rule) => ({
        kind: 'rule' as const,
        name: rule.name,
        sentences: describeRule(rule),
      })),
      ...queues.map(({ name, description }) => ({
        kind: 'queue' as const,
        name,
        sentences: [description],
      })),
      ...views.map(({ name }) => ({
        kind: 'view' as const,
        name,
        sentences: ['A list everybody sees in the inbox.'],
      })),
    ];
  }

  return {
    list: (workspaceId: string): Promise<Recipe[]> => database.inWorkspace(workspaceId, read),

    /** Makes everything of a recipe, its rules switched on. Throws `in_use` when it is in already. */
    install: (author: Author, id: RecipeId): Promise<Recipe[]> =>
      database.inWorkspace(author.workspaceId, async (scope) => {
        const at = clock.now();
        if (!(await insertInstall(scope, { recipe: id, memberId: author.memberId, at })))
          throw new AppError('in_use', 'This recipe is put in already.');
        const makers = makersIn(scope, author);
        const parts = recipes[id].parts(await findSurroundings(scope));
        await saveMade(scope, id, {
          queues: await inTurn(parts.queues, makers.makeQueue),
          views: await inTurn(parts.views, makers.makeView),
          rules: await inTurn(parts.rules, makers.makeRule),
        });
        return read(scope);
      }),

    /** Takes away what it made; what people deleted meanwhile is gone already. */
    uninstall: (author: Author, id: RecipeId): Promise<Recipe[]> =>
      database.inWorkspace(author.workspaceId, async (scope) => {
        const made = await takeInstall(scope, id);
        if (!made) throw notFound('recipe that is put in');
        const makers = makersIn(scope, author);
        await inTurn(made.rules, ifThere(makers.removeRule));
        await inTurn(made.views, ifThere(makers.removeView));
        await inTurn(made.queues, ifThere(makers.removeQueue));
        return read(scope);
      }),
  };
}

async function inTurn<Item, Made>(
  items: readonly Item[],
  act: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await act(item));
  return made;
}

function ifThere(remove: (id: string) => Promise<void>) {
  return async (id: string): Promise<void> => {
    try {
      await remove(id);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    }
  };
}
