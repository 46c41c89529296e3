import { sql } from 'kysely';
import type { KbSection } from '../../../../contracts/knowledge.ts';
import type { Scope } from '../../../platform/db/database.ts';

/** Sections in their order, with how many articles are in each; those put away do not count. */
export async function listKbSections(scope: Scope): Promise<KbSection[]> {
  const { rows } = await sql<KbSection>`
    select s.id, s.name, s.position,
      (select count(*) from articles a where a.workspace_id = s.workspace_id and a.section_id = s.id
        and a.status <> 'archived')::int as articles
    from kb_sections s where s.workspace_id = ${scope.workspaceId}
    order by s.position, s.name`.execute(scope.db);
  return rows;
}

export async function insertKbSection(scope: Scope, id: string, name: string): Promise<void> {
  await sql`insert into kb_sections (workspace_id, id, name, position)
    select ${scope.workspaceId}, ${id}, ${name}, coalesce(max(position), 0) + 1
    from kb_sections where workspace_id = ${scope.workspaceId}`.execute(scope.db);
}

/** False when there is no such section. */
export async function renameKbSection(scope: Scope, id: string, name: string): Promise<boolean> {
  const result = await scope.db
    .updateTable('kb_sections')
    .set({ name })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Its articles stay, in no section. */
export async function deleteKbSection(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('kb_sections')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
