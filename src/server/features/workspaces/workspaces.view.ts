import { workspaceSettingsSchema, type Workspace } from '../../../contracts/workspaces.ts';
import type { findWorkspace } from './workspaces.store.ts';

/** A workspace as its members see it: without its secrets. */
export function viewOf(row: Awaited<ReturnType<typeof findWorkspace>>): Workspace {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    settings: workspaceSettingsSchema.parse(row.settings),
  };
}
