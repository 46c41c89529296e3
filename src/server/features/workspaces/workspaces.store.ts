import { workspaceSettingsSchema, type WorkspaceSettings } from '../../../contracts/workspaces.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** The workspace of the running transaction. */
export async function findWorkspace(scope: Scope) {
  return scope.db
    .selectFrom('workspaces')
    .select(['id', 'name', 'slug', 'settings', 'widget_key', 'identity_secret', 'is_demo'])
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
}

/** The settings with every default filled in. */
export async function settingsOf(scope: Scope): Promise<WorkspaceSettings> {
  const { settings } = await findWorkspace(scope);
  return workspaceSettingsSchema.parse(settings);
}

export async function saveSettings(scope: Scope, settings: WorkspaceSettings): Promise<void> {
  await scope.db
    .updateTable('workspaces')
    .set({ settings: toJson(settings) })
    .where('id', '=', scope.workspaceId)
    .execute();
}
