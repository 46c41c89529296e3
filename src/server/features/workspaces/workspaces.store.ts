import { workspaceSettingsSchema, type WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { toJson } from '../../platform/json.ts';
import { parseOnce } from '../../platform/db/parse-once.ts';

const known = new WeakMap<Scope, ReturnType<typeof readWorkspace>>();
const readSettings = parseOnce(workspaceSettingsSchema);

/** The workspace of the running transaction, which reads it once: taking in a mail asks for it nine times. */
export function findWorkspace(scope: Scope): ReturnType<typeof readWorkspace> {
  const found = known.get(scope) ?? readWorkspace(scope);
  known.set(scope, found);
  return found;
}

async function readWorkspace(scope: Scope) {
  return scope.db
    .selectFrom('workspaces')
    .select(['id', 'name', 'slug', 'settings', 'widget_key', 'identity_secret', 'is_demo'])
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
}

/** The settings with every default filled in. */
export async function settingsOf(scope: Scope): Promise<WorkspaceSettings> {
  const { settings } = await findWorkspace(scope);
  return readSettings(settings);
}

export async function saveSettings(scope: Scope, settings: WorkspaceSettings): Promise<void> {
  known.delete(scope);
  await scope.db
    .updateTable('workspaces')
    .set({ settings: toJson(settings) })
    .where('id', '=', scope.workspaceId)
    .execute();
}

/** Every workspace of the installation. */
export async function listWorkspaceIds(owner: Kysely<Tables>): Promise<string[]> {
  const rows = await owner.selectFrom('workspaces').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}
