import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

export interface IncidentRow {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  readonly message: string;
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  readonly visibility: 'public' | 'internal' | null;
  readonly state: 'open' | 'resolved';
  readonly markedAt: Date;
  readonly resolvedAt: Date | null;
}

/** The incidents of some groups, or every open one. */
export async function listIncidents(
  scope: Scope,
  groupIds: readonly string[] | 'open',
): Promise<IncidentRow[]> {
  const which =
    groupIds === 'open' ? sql`i.state = 'open'` : sql`i.group_id = any(${groupIds}::uuid[])`;
  const { rows } = await sql<IncidentRow>`
    select i.id, i.group_id as "groupId", i.title, i.message, i.article_id as "articleId",
      a.title as "articleTitle", a.visibility, i.state, i.marked_at as "markedAt", i.resolved_at as "resolvedAt"
    from incidents i
    left join articles a on a.workspace_id = i.workspace_id and a.id = i.article_id
    where i.workspace_id = ${scope.workspaceId} and ${which}
    order by i.marked_at desc limit 200`.execute(scope.db);
  return rows;
}

export interface NewIncident {
  readonly id: string;
  readonly groupId: string;
  readonly title: string;
  readonly message: string;
  readonly articleId: string | null;
  readonly markedBy: string;
  readonly markedAt: Date;
}

/** False where the group is marked already. */
export async function insertIncident(scope: Scope, one: NewIncident): Promise<boolean> {
  const result = await scope.db
    .insertInto('incidents')
    .values({
      workspace_id: scope.workspaceId,
      id: one.id,
      group_id: one.groupId,
      title: one.title,
      message: one.message,
      article_id: one.articleId,
      state: 'open',
      marked_by: one.markedBy,
      marked_at: one.markedAt,
      resolved_at: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'group_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What changes of an incident. */
export interface IncidentChange {
  readonly title?: string;
  readonly message?: string;
  readonly article_id?: string | null;
  readonly state?: 'open' | 'resolved';
  readonly resolved_at?: Date | null;
}

/** The group of the incident that was changed; undefined where there is none. */
export async function updateIncident(
  scope: Scope,
  id: string,
  change: IncidentChange,
): Promise<string | undefined> {
  const row = await scope.db
    .updateTable('incidents')
    // An update of nothing is no statement.
    .set({ ...change, id })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('group_id')
    .executeTakeFirst();
  return row?.group_id;
}

/** Whether an article is there. */
export async function hasArticle(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is any incident that is not over. */
export async function hasOpenIncident(scope: Scope): Promise<boolean> {
  const row = await scope.db
    .selectFrom('incidents')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
