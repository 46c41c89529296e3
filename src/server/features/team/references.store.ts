import type { Scope } from '../../platform/db/database.ts';

/** What the set-up of a team refers to by id, and the word people have for it. */
export const referenceKinds = {
  groups: 'group',
  skills: 'skill',
  agents: 'agent',
  queues: 'queue',
  capacity_rules: 'capacity rule',
  schedules: 'schedule',
} as const;
export type ReferenceKind = keyof typeof referenceKinds;

/** Those of the ids that are there; none of them is deleted before the transaction ends. */
export async function listKnownIds(
  scope: Scope,
  kind: ReferenceKind,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await scope.db
    .selectFrom(kind)
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', [...ids])
    .forKeyShare()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Those of the names that categories of the workspace have. */
export async function listKnownCategories(
  scope: Scope,
  names: readonly string[],
): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows = await scope.db
    .selectFrom('categories')
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where('name', 'in', [...names])
    .execute();
  return new Set(rows.map(({ name }) => name));
}

const named = {
  queues: 'queue',
  skills: 'skill',
  capacity_rules: 'capacity rule',
  groups: 'group',
  agent_statuses: 'status',
} as const;
export type NamedTable = keyof typeof named;

/** The name as something else of the list has it, but for capitals; undefined when it is free. */
export async function findSameName(
  scope: Scope,
  table: NamedTable,
  { id, name }: { id: string | null; name: string },
): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom(table)
    .select('name')
    .where('workspace_id', '=', scope.workspaceId)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .$if(id !== null, (query) => query.where('id', '!=', id ?? ''))
    .executeTakeFirst();
  return row?.name;
}
