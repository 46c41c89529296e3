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
  readonly settings: object;
}

/** Makes the workspace's own row. Only the owner role may: a workspace cannot make another. */
export async function insertWorkspace(scope: Scope, workspace: NewWorkspace): Promise<void> {
  await scope.db
    .insertInto('workspaces')
    .values({
      id: workspace.id,
      name: workspace.name,
      slug: workspace.slug,
      settings: toJson(workspace.settings),
      widget_key: workspace.widgetKey,
      identity_secret: workspace.identitySecret,
      is_demo: workspace.isDemo,
    })
    .execute();
}

/** Makes first starts take turns: of two processes on an empty database one seeds it. */
export async function lockInstallation(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(7316482002)`.execute(scope.db);
}

/** Whether any workspace exists, and the demo one if it is among them. */
export async function findInstallation(owner: Pick<Kysely<Tables>, 'selectFrom'>) {
  const row = await owner
    .selectFrom('workspaces')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const demo = await owner
    .selectFrom('workspaces')
    .innerJoin('mailboxes', 'mailboxes.workspace_id', 'workspaces.id')
    .select((eb) => [
      'workspaces.id',
      'workspaces.name',
      'widget_key',
      'mailboxes.address',
      eb
        .exists(eb.selectFrom('tickets').whereRef('workspace_id', '=', 'workspaces.id'))
        .as('has_tickets'),
    ])
    .where('is_demo', '=', true)
    .orderBy('workspaces.created_at')
    .executeTakeFirst();
  return { workspaces: row.count, demo };
}

export async function findSlugs({ db }: Scope, stem: string): Promise<Set<string>> {
  const rows = await db
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
  const { rows } = await sql<{
    id: string;
    name: string;
    email: string;
    role: 'agent' | 'supervisor' | 'admin';
  }>`
    select m.id, m.name, u.email, m.role from members m join auth."user" u on u.id = m.user_id
    where m.workspace_id = ${workspaceId} and m.deactivated_at is null
    order by array_position(array['agent', 'supervisor', 'admin'], m.role), m.name`.execute(owner);
  return rows;
}

/** The mail that came in last and waits to be read. */
export async function findReceivedMail(scope: Scope): Promise<string> {
  const row = await scope.db
    .selectFrom('mail_intake')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'received')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The ticket a mail went to; null when it went nowhere. */
export async function findTicketOfMail(scope: Scope, intakeId: string): Promise<string | null> {
  const row = await scope.db
    .selectFrom('mail_intake as i')
    .innerJoin('messages as m', (join) =>
      join.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.id', '=', 'i.message_id'),
    )
    .innerJoin('tickets as t', (join) =>
      join
        .onRef('t.workspace_id', '=', 'm.workspace_id')
        .onRef('t.conversation_id', '=', 'm.conversation_id'),
    )
    .select('t.id')
    .where('i.workspace_id', '=', scope.workspaceId)
    .where('i.id', '=', intakeId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Inserts rows of one of the tables that set a workspace up. */
export async function insertRows<Name extends SetupTable>(
  scope: Scope,
  table: Name,
  rows: readonly Omit<SetupRow<Name>, 'workspace_id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => ({ workspace_id: scope.workspaceId, ...row }));
  await scope.db
    .insertInto(table)
    .values(values as never)
    .execute();
}

type SetupTable =
  | 'assistant_policies'
  | 'capacity_rules'
  | 'groups'
  | 'skills'
  | 'agent_skills'
  | 'categories'
  | 'queues'
  | 'queue_groups'
  | 'kb_sections'
  | 'articles'
  | 'article_versions'
  | 'mailboxes'
  | 'macros'
  | 'schedules'
  | 'schedule_versions'
  | 'sla_policies'
  | 'sla_policy_versions';
type SetupRow<Name extends SetupTable> = Insertable<Tables[Name]>;
