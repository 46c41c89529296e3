import type { Group } from '../../../contracts/people.ts';
import type { Category } from '../../../contracts/tickets.ts';
import type { Core } from '../../platform/core.ts';
import { listCategories, listGroups } from './directory.store.ts';

export type DirectoryService = ReturnType<typeof createDirectoryService>;

/** The short lists that fields of a ticket choose from. */
export function createDirectoryService({ database }: Pick<Core, 'database'>) {
  return {
    groups: (workspaceId: string): Promise<Group[]> =>
      database.inWorkspace(workspaceId, listGroups),
    categories: (workspaceId: string): Promise<Category[]> =>
      database.inWorkspace(workspaceId, listCategories),
  };
}
