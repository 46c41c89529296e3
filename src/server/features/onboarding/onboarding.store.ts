import { sql, type Insertable, type Kysely } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { toJson } from '../../platform/json.ts';

export interface NewWorkspace {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly widgetKey: string;
  readonly identitySecret: string;
  readonly isDemo: boolean;
}

/** Makes the workspace's own row. Only the owner role may: a workspace cannot make another. */
export async function insertWorkspace(owner: Kysely<Tables>, workspace: NewWorkspace): Promise<void> {
  await owner
    .insertInto('workspaces')
    .values({
      id: workspace.id,
      name: workspace.name,
      slug: workspace.slug,
      settings: toJson({}),
      widget_key: workspace.widgetKey,
      identity_secret: workspace.identitySecret,
      is_demo: workspace.isDemo,
    })
    .execute();
}

/** Whether any workspace exists, and the demo one if it is among them. */
export async function findInstallation(owner: Kysely<Tables>) {
  const row = await owner
    .selectFrom('workspaces')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const demo = await owner
    .selectFrom('workspaces')
    .innerJoin('mailboxes', 'mailboxes.workspace_id', 'workspaces.id')
    .select(['workspaces.id', 'workspaces.name', 'widget_key', 'mailboxes.address'])
    .where('is_demo', '=', true)
    .orderBy('workspaces.created_at')
    .executeTakeFirst();
  return { workspaces: row.count, demo };
}

export async function findSlugs(owner: Kysely<Tables>, stem: string): Promise<Set<string>> {
  const rows = await owner
    .selectFrom('workspaces')
    .select('slug')
    .where('slug', 'like', `${stem}%`)
    .execute();
  return new Set(rows.map((row) => row.slug));
}

export async function isAddressTaken(owner: Kysely<Tables>, address: string): Promise<boolean> {
  const row = await owner
    .selectFrom('mailboxes')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findDemoMembers(owner: Kysely<Tables>, workspaceId: string) {
  const { rows } = await sql<{ name: string; email: string; role: 'agent' | 'supervisor' | 'admin' }>`
    select m.name, u.email, m.role from members m join auth."user" u on u.id = m.user_id
    where m.workspace_id = ${workspaceId} and m.deactivated_at is null
    order by array_position(array['agent', 'supervisor', 'admin'], m.role), m.name`.execute(owner);
  return rows;
}

/** Inserts rows of one of the tables that set a workspace up. */
export async function insertRows<Name extends SetupTable>(
  scope: Scope,
  table: Name,
  rows: readonly Omit<SetupRow<Name>, 'workspace_id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({ workspace_id: scope.workspaceId, ...row }));
  await scope.db.insertInto(table).values(values as never).execute();
}

type SetupTable =
  | 'capacity_rules'
  | 'groups'
  | 'skills'
  | 'agent_skills'
  | 'categories'
  | 'queues'
  | 'queue_groups'
  | 'mailboxes';
type SetupRow<Name extends SetupTable> = Insertable<Tables[Name]>;
