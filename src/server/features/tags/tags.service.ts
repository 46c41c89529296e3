import type { Tag } from '../../../contracts/tags.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { deleteTag, findTagByName, insertTag, listTags, renameTag } from './tags.store.ts';

export type TagService = ReturnType<typeof createTagService>;

/** The workspace's tags. Names are unique: `name_taken`. */
export function createTagService({ database, ids }: Pick<Core, 'database' | 'ids'>) {
  return {
    list: (workspaceId: string): Promise<Tag[]> => database.inWorkspace(workspaceId, listTags),

    async create(workspaceId: string, name: string): Promise<Tag> {
      return database.inWorkspace(workspaceId, async (scope) => {
        await assertFree(scope, name);
        const id = ids.next();
        await insertTag(scope, { id, name });
        scope.record({ type: 'tags.changed', tagId: id });
        return { id, name, tickets: 0 };
      });
    },

    async rename(workspaceId: string, id: string, name: string): Promise<Tag> {
      return database.inWorkspace(workspaceId, async (scope) => {
        await assertFree(scope, name, id);
        if (!(await renameTag(scope, id, name))) throw notFound('tag');
        scope.record({ type: 'tags.changed', tagId: id });
        const tag = (await listTags(scope)).find((one) => one.id === id);
        if (!tag) throw notFound('tag');
        return tag;
      });
    },

    /** Takes the tag off every ticket and forgets it. */
    async remove(workspaceId: string, id: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        if (!(await deleteTag(scope, id))) throw notFound('tag');
        scope.record({ type: 'tags.changed', tagId: id });
      });
    },
  };
}

async function assertFree(scope: Scope, name: string, butId?: string): Promise<void> {
  const known = await findTagByName(scope, name);
  if (!known || known.id === butId) return;
  throw new AppError('name_taken', `There is a tag "${name}" already.`, {
    fields: [{ path: 'name', message: 'is taken' }],
  });
}
