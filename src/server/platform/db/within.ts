import type { Database, Scope } from './database.ts';

/** The database as seen from inside one transaction, which every work of its workspace joins. */
export function within(database: Database, scope: Scope): Database {
  return { ...database, inWorkspace: (_workspaceId, work) => work(scope) };
}
