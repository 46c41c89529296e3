import { sql } from 'kysely';
import type { SaveTicketView } from '../../../contracts/views.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';

/** The shared views, then the member's own, each in their order. At most 100 of each reader. */
export async function listViews(scope: Scope, memberId: string) {
  return scope.db
    .selectFrom('ticket_views')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where((eb) => eb.or([eb('member_id', 'is', null), eb('member_id', '=', memberId)]))
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute();
}

export type ViewRow = Awaited<ReturnType<typeof listViews>>[number];

/** A view the member may see. */
export async function findView(scope: Scope, id: string, memberId: string) {
  return scope.db
    .selectFrom('ticket_views')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('member_id', 'is', null), eb('member_id', '=', memberId)]))
    .executeTakeFirst();
}

/** Writes a view; a new one stands at the end. */
export async function saveView(
  scope: Scope,
  { id, memberId, view, at }: { id: string; memberId: string; view: SaveTicketView; at: Date },
): Promise<void> {
  const values = {
    member_id: view.shared ? null : memberId,
    name: view.name,
    filter: toJson(view.filter),
    sort: toJson(view.sort),
    columns: toJson(view.columns),
    layout: view.layout,
  };
  await scope.db
    .insertInto('ticket_views')
    .values({
      workspace_id: scope.workspaceId,
      id,
      ...values,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from ticket_views where workspace_id = ${scope.workspaceId})`,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(values))
    .execute();
}

export async function deleteView(scope: Scope, id: string): Promise<void> {
  await scope.db
    .deleteFrom('ticket_views')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Gives these views the places of their ids. */
export async function orderViews(scope: Scope, ids: readonly string[]): Promise<void> {
  await sql`update ticket_views v set position = x.place
    from unnest(${ids}::uuid[]) with ordinality as x (id, place)
    where v.workspace_id = ${scope.workspaceId} and v.id = x.id`.execute(scope.db);
}
