import type { Synonyms } from '../../../../contracts/knowledge.ts';
import type { Scope } from '../../../platform/db/database.ts';

/** All sets of words that mean the same. */
export async function listSynonyms(scope: Scope): Promise<Synonyms[]> {
  return scope.db
    .selectFrom('kb_synonyms')
    .select(['id', 'words'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .execute();
}

export async function insertSynonyms(scope: Scope, id: string, words: string[]): Promise<void> {
  await scope.db
    .insertInto('kb_synonyms')
    .values({ workspace_id: scope.workspaceId, id, words })
    .execute();
}

/** False when there is no such set. */
export async function updateSynonyms(scope: Scope, id: string, words: string[]): Promise<boolean> {
  const result = await scope.db
    .updateTable('kb_synonyms')
    .set({ words })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteSynonyms(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('kb_synonyms')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
