import type { Tag } from '../../../contracts/tags.ts';
import type { Core } from '../../platform/core.ts';
import type { Scope } from '../../platform/db/database.ts';
import { tellingViolations } from '../../platform/db/violations.ts';
import { notFound } from '../../platform/errors.ts';
import { deleteTag, insertTag, listTags, renameTag } from './tags.store.ts';

export type TagService = ReturnType<typeof createTagService>;

/** The workspace's tags. Names are unique: `name_taken`. */
export function createTagService({ database, ids }: Pick<Core, 'database' | 'ids'>) {
  /** One transaction that gives a tag a name. */
  const naming = (workspaceId: string, name: string, write: (scope: Scope) => Promise<Tag>) =>
    tellingViolations({ what: 'tag', name }, () => database.inWorkspace(workspaceId, write));

  return {
    list: (workspaceId: string): Promise<Tag[]> => database.inWorkspace(workspaceId, listTags),

    create: (workspaceId: string, name: string): Promise<Tag> =>
      naming(workspaceId, name, async (scope) => {
        const id = ids.next();
        await insertTag(scope, { id, name });
        scope.record({ type: 'tags.changed', tagId: id });
        return { id, name, tickets: 0 };
      }),

    rename: (workspaceId: string, id: string, name: string): Promise<Tag> =>
      naming(workspaceId, name, async (scope) => {
        if (!(await renameTag(scope, id, name))) throw notFound('tag');
        scope.record({ type: 'tags.changed', tagId: id });
        const tag = (await listTags(scope)).find((one) => one.id === id);
        if (!tag) throw notFound('tag');
        return tag;
      }),

    /** Takes the tag off every ticket and forgets it. */
    async remove(workspaceId: string, id: string): Promise<void> {
      await database.inWorkspace(workspaceId, async (scope) => {
        if (!(await deleteTag(scope, id))) throw notFound('tag');
        scope.record({ type: 'tags.changed', tagId: id });
      });
    },
  };
}
