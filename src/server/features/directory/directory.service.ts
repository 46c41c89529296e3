import type { Group } from '../../../contracts/people.ts';
import type { Category, SaveCategory } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { notFound } from '../../platform/errors.ts';
import {
  deleteCategory,
  insertCategory,
  listCategories,
  updateCategory,
} from './categories.store.ts';
import { listGroups } from './directory.store.ts';

export type DirectoryService = ReturnType<typeof createDirectoryService>;

/** The short lists that fields of a ticket choose from. */
export function createDirectoryService({
  database,
  clock,
  ids,
}: Pick<Core, 'database' | 'clock' | 'ids'>) {
  const change = (workspaceId: string, act: (scope: Scope) => Promise<void>) =>
    database.inWorkspace(workspaceId, async (scope) => {
      await act(scope);
      scope.record({ type: 'categories.changed', workspaceId });
    });
  return {
    groups: (workspaceId: string): Promise<Group[]> =>
      database.inWorkspace(workspaceId, listGroups),
    categories: (workspaceId: string): Promise<Category[]> =>
      database.inWorkspace(workspaceId, listCategories),
    /** Adds a category, or changes the one of that id. Throws `name_taken`. */
    saveCategory: (workspaceId: string, id: string | null, category: SaveCategory) =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'category', name: category.name }, async () => {
          if (id === null) return insertCategory(scope, ids.next(), category);
          const at = clock.now();
          if (!(await updateCategory(scope, { id, category, at }))) throw notFound('category');
        }),
      ),
    removeCategory: (workspaceId: string, id: string) =>
      change(workspaceId, async (scope) => {
        if (!(await deleteCategory(scope, id))) throw notFound('category');
      }),
  };
}
