import { sql } from 'kysely';
import type { ErrorCode } from '../../../contracts/errors.ts';
import { beyondCodes, type BulkAct } from '../../../contracts/views.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { Snapshot } from './bulk.rules.ts';

export interface NewBulk {
  readonly id: string;
  readonly memberId: string;
  readonly act: BulkAct;
  readonly ticketIds: readonly string[];
  readonly at: Date;
}

/** Stores a bulk with a row for each ticket of the workspace; ids that name none are left out. */
export async function insertBulk(scope: Scope, bulk: NewBulk): Promise<number> {
  await scope.db
    .insertInto('bulks')
    .values({
      workspace_id: scope.workspaceId,
      id: bulk.id,
      member_id: bulk.memberId,
      act: toJson(bulk.act),
      created_at: bulk.at,
    })
    .execute();
  const { rows } = await sql`
    insert into bulk_items (workspace_id, bulk_id, ticket_id, position)
    select t.workspace_id, ${bulk.id}, t.id, x.place
    from unnest(${bulk.ticketIds}::uuid[]) with ordinality as x (id, place)
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = x.id
    on conflict do nothing returning ticket_id`.execute(scope.db);
  return rows.length;
}

export async function findBulk(scope: Scope, id: string) {
  const { rows } = await sql<{
    id: string;
    act: BulkAct;
    undone_by: string | null;
    created_at: Date;
    member_id: string;
    member_name: string;
    member_role: 'agent' | 'supervisor' | 'admin';
  }>`
    select b.id, b.act, b.undone_by, b.created_at, b.member_id, m.name as member_name, m.role as member_role
    from bulks b join members m on m.workspace_id = b.workspace_id and m.id = b.member_id
    where b.workspace_id = ${scope.workspaceId} and b.id = ${id}`.execute(scope.db);
  return rows[0];
}

export type BulkRow = NonNullable<Awaited<ReturnType<typeof findBulk>>>;
export type ItemState = 'pending' | 'done' | 'unchanged' | 'skipped' | 'undone' | 'kept';

export async function countItems(scope: Scope, bulkId: string) {
  const { rows } = await sql<{ state: ItemState; count: number }>`
    select state, count(*)::int as count from bulk_items
    where workspace_id = ${scope.workspaceId} and bulk_id = ${bulkId} group by state`.execute(
    scope.db,
  );
  return rows;
}

/** The tickets that were left alone, and why. */
export async function listExceptions(scope: Scope, bulkId: string) {
  const { rows } = await sql<{
    ticket_id: string;
    number: number;
    subject: string;
    state: ItemState;
    reason: string;
    code: ErrorCode | null;
  }>`
    select i.ticket_id, t.number, t.subject, i.state, i.reason, i.code
    from bulk_items i join tickets t on t.workspace_id = i.workspace_id and t.id = i.ticket_id
    where i.workspace_id = ${scope.workspaceId} and i.bulk_id = ${bulkId} and i.reason is not null
      and i.state in ('skipped', 'kept')
    order by i.position limit 200`.execute(scope.db);
  return rows;
}

/** The tickets that were left alone only for want of room, in their order. */
export async function listBeyond(scope: Scope, bulkId: string): Promise<string[]> {
  const rows = await beyond(scope, bulkId).select('ticket_id').orderBy('position').execute();
  return rows.map((row) => row.ticket_id);
}

/** How many those are, and why the first was left alone; null: none. */
export async function sumBeyond(
  scope: Scope,
  bulkId: string,
): Promise<{ count: number; reason: string } | null> {
  const row = await beyond(scope, bulkId)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<string | null>`(array_agg(reason order by position))[1]`.as('reason'),
    ])
    .executeTakeFirstOrThrow();
  return row.count === 0 ? null : { count: row.count, reason: row.reason ?? '' };
}

function beyond(scope: Scope, bulkId: string) {
  return scope.db
    .selectFrom('bulk_items')
    .where('workspace_id', '=', scope.workspaceId)
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'skipped')
    .where('code', 'in', [...beyondCodes]);
}

/** The next tickets of a state, in their order. */
export async function listItems(
  scope: Scope,
  { bulkId, state, limit }: { bulkId: string; state: ItemState; limit: number },
): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('bulk_items')
    .select('ticket_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('bulk_id', '=', bulkId)
    .where('state', '=', state)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => row.ticket_id);
}

interface ItemRow {
  readonly before: Partial<Snapshot> | null;
  readonly after: Partial<Snapshot> | null;
}

/** Locks one ticket's row of a bulk while it is in that state; undefined when another process was faster. */
export async function lockItem(
  scope: Scope,
  { bulkId, ticketId, state }: { bulkId: string; ticketId: string; state: ItemState },
): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`
    select before, after from bulk_items
    where workspace_id = ${scope.workspaceId} and bulk_id = ${bulkId} and ticket_id = ${ticketId}
      and state = ${state} for update`.execute(scope.db);
  return rows[0];
}

export interface ItemOutcome {
  readonly state: ItemState;
  readonly reason?: string;
  readonly code?: ErrorCode;
  readonly before?: Partial<Snapshot>;
  readonly after?: Partial<Snapshot>;
}

export async function saveItem(
  scope: Scope,
  { bulkId, ticketId }: { bulkId: string; ticketId: string },
  outcome: ItemOutcome,
): Promise<void> {
  await scope.db
    .updateTable('bulk_items')
    .set({
      state: outcome.state,
      reason: outcome.reason ?? null,
      code: outcome.code ?? null,
      ...(outcome.before && { before: toJson(outcome.before) }),
      ...(outcome.after && { after: toJson(outcome.after) }),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('bulk_id', '=', bulkId)
    .where('ticket_id', '=', ticketId)
    .execute();
}

export async function markUndone(scope: Scope, id: string, memberId: string): Promise<void> {
  await scope.db
    .updateTable('bulks')
    .set({ undone_by: memberId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** A ticket as a bulk sees it. An offer is nobody's work yet. */
export async function readSnapshot(scope: Scope, ticketId: string): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`
    select t.status, t.priority, t.category, t.group_id as "groupId",
      t.pinned_queue_id as "pinnedQueueId",
      case when w.state in ('assigned', 'held') then w.agent_id end as "agentId",
      coalesce(w.state = 'assigned' and w.started_at is not null, false) as begun,
      array(select n.name from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id order by n.name) as tags
    from tickets t left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}`.execute(scope.db);
  return rows[0];
}
