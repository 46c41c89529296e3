import type { KbSection, Synonyms } from '../../../../contracts/knowledge.ts';
import type { Core } from '../../../platform/core.ts';
import type { Scope } from '../../../platform/db/database.ts';
import { tellingViolations } from '../../../platform/db/violations.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  deleteKbSection,
  insertKbSection,
  listKbSections,
  renameKbSection,
} from './sections.store.ts';
import { deleteSynonyms, insertSynonyms, listSynonyms, updateSynonyms } from './synonyms.store.ts';

export type ShelfService = ReturnType<typeof createShelfService>;

/** What articles are ordered and found by: sections and synonyms. */
export function createShelfService({ database, ids }: Pick<Core, 'database' | 'ids'>) {
  const change = (workspaceId: string, act: (scope: Scope) => Promise<void>) =>
    database.inWorkspace(workspaceId, async (scope) => {
      await act(scope);
      scope.record({ type: 'knowledge.changed', workspaceId });
    });
  return {
    sections: (workspaceId: string): Promise<KbSection[]> =>
      database.inWorkspace(workspaceId, listKbSections),
    /** Adds a section, or renames the one of that id. Throws `name_taken`. */
    saveSection: (workspaceId: string, id: string | null, name: string): Promise<void> =>
      change(workspaceId, (scope) =>
        tellingViolations({ what: 'section', name }, async () => {
          if (id === null) return insertKbSection(scope, ids.next(), name);
          if (!(await renameKbSection(scope, id, name))) throw notFound('section');
        }),
      ),
    removeSection: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (!(await deleteKbSection(scope, id))) throw notFound('section');
      }),
    synonyms: (workspaceId: string): Promise<Synonyms[]> =>
      database.inWorkspace(workspaceId, listSynonyms),
    saveSynonyms: (workspaceId: string, id: string | null, words: string[]): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (id === null) return insertSynonyms(scope, ids.next(), words);
        if (!(await updateSynonyms(scope, id, words))) throw notFound('set of synonyms');
      }),
    removeSynonyms: (workspaceId: string, id: string): Promise<void> =>
      change(workspaceId, async (scope) => {
        if (!(await deleteSynonyms(scope, id))) throw notFound('set of synonyms');
      }),
  };
}
