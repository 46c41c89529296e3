import { sql } from 'kysely';
import type { AlertSettings } from '../../../contracts/alerts.ts';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { OpenAlert, QueueState, Reading } from './alerts.rules.ts';
import { listWaitingLines } from './waiting-lines.store.ts';

export interface Watch {
  readonly now: Date;
  readonly heartbeatTimeoutMs: number;
  /** When work of each queue counts as stuck. */
  readonly stuck: readonly {
    readonly queueId: string;
    /** Offered so often; null: however often. */
    readonly offers: number | null;
    /** Waiting since then or before; null: however long. */
    readonly since: Date | null;
  }[];
}

/**
 * The figures of every queue. Offers are counted only for what waits, since it does, and no further than they matter:
 * what somebody took and finished once, and is open again, is not stuck for that.
 */
export async function listQueueStates(scope: Scope, watch: Watch): Promise<QueueState[]> {
  const { stuck } = watch;
  const { rows } = await sql<Omit<QueueState, 'lines'>>`
    select q.id as "queueId", q.name as "queueName", q.paused,
      coalesce(w.waiting, 0)::int as waiting, coalesce(w.stuck, 0)::int as stuck,
      coalesce(w.breached, 0)::int as breached
    from queues q
    left join (
      select w.queue_id,
        count(*) filter (where w.state <> 'assigned' and w.state <> 'held') as waiting,
        count(*) filter (where x.state = 'breached') as breached,
        count(*) filter (where w.state in ('waiting', 'offered') and (
          w.eligible_at <= k.since
          or (k.offers is not null and (select count(*) from (
            select from offers o where o.workspace_id = w.workspace_id and o.work_item_id = w.id
              and o.offered_at >= w.eligible_at and o.outcome is distinct from 'accepted'
            limit k.offers) as few) >= k.offers))) as stuck
      from work_items w
      join jsonb_to_recordset(${JSON.stringify(stuck)}::jsonb)
        as k("queueId" uuid, offers int, since timestamptz) on k."queueId" = w.queue_id
      left join sla_tickets x on x.workspace_id = w.workspace_id and x.ticket_id = w.ticket_id
      where w.workspace_id = ${scope.workspaceId} and w.state <> 'done'
      group by w.queue_id
    ) w on w.queue_id = q.id
    where q.workspace_id = ${scope.workspaceId}
    order by q.position, q.id`.execute(scope.db);
  const lines = await listWaitingLines(scope, watch);
  return rows.map((row) => ({
    ...row,
    lines: lines.filter(({ queueId }) => queueId === row.queueId),
  }));
}

/** Locks what is open, so that two looks at the same time do not both tell. */
export async function lockOpenAlerts(scope: Scope): Promise<OpenAlert[]> {
  // Nothing to lock when nothing is open, so the looks themselves take turns.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts:${scope.workspaceId}`}, 0))`.execute(
    scope.db,
  );
  return scope.db
    .selectFrom('alerts')
    .select(['id', 'cause', 'band', 'value'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('resolved_at', 'is', null)
    .execute();
}

type Loud = Reading & { readonly band: 1 | 2 | 3 };

/** Opens an alert. */
export async function insertAlert(
  scope: Scope,
  { id, at, reading }: { id: string; at: Date; reading: Loud },
): Promise<void> {
  const { cause, kind, queueId, queueName, band, value, threshold } = reading;
  await scope.db
    .insertInto('alerts')
    .values({
      workspace_id: scope.workspaceId,
      id,
      cause,
      kind,
      queue_id: queueId,
      queue_name: queueName,
      band,
      value,
      threshold,
      opened_at: at,
      raised_at: at,
      resolved_at: null,
      steps: toJson([{ band, value, at: at.toISOString() }]),
    })
    .execute();
}

/** Lifts an open alert into a higher band. */
export async function raiseAlert(
  scope: Scope,
  { id, at, reading }: { id: string; at: Date; reading: Loud },
): Promise<void> {
  const { band, value, threshold } = reading;
  const step = JSON.stringify([{ band, value, at: at.toISOString() }]);
  await sql`update alerts set band = ${band}, value = ${value}, threshold = ${threshold}, raised_at = ${at},
      steps = steps || ${step}::jsonb
    where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(scope.db);
}

/** Keeps the figure of alerts that are no worse. */
export async function noteValues(
  scope: Scope,
  values: readonly { readonly id: string; readonly value: number }[],
): Promise<void> {
  if (values.length === 0) return;
  await sql`update alerts a set value = n.value
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as n(id uuid, value integer)
    where a.workspace_id = ${scope.workspaceId} and a.id = n.id`.execute(scope.db);
}

/** Ends alerts. */
export async function resolveAlerts(scope: Scope, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await scope.db
    .updateTable('alerts')
    .set({ resolved_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** What is open, the worst first. */
export async function listOpenAlerts(scope: Scope) {
  return scope.db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('resolved_at', 'is', null)
    .orderBy('band', 'desc')
    .orderBy('raised_at', 'desc')
    .execute();
}

/** What is over, the latest first. */
export async function listPastAlerts(scope: Scope, limit: number) {
  return scope.db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace_id', '=', scope.workspaceId)
    .where('resolved_at', 'is not', null)
    .orderBy('resolved_at', 'desc')
    .limit(limit)
    .execute();
}

/** When a member last looked; null when never. */
export async function findSeenAt(scope: Scope, memberId: string): Promise<Date | null> {
  const row = await scope.db
    .selectFrom('alert_views')
    .select('seen_at')
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.seen_at ?? null;
}

/** A member has looked. */
export async function markSeen(scope: Scope, memberId: string, at: Date): Promise<void> {
  await scope.db
    .insertInto('alert_views')
    .values({ workspace_id: scope.workspaceId, member_id: memberId, seen_at: at })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'member_id']).doUpdateSet({ seen_at: at }),
    )
    .execute();
}

/** Supervisors and admins with their addresses. */
export async function listWatchers(scope: Scope): Promise<{ id: string; email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    select m.id, u.email from members m join member_addresses() u on u.member_id = m.id
    where m.workspace_id = ${scope.workspaceId} and m.role in ('supervisor', 'admin')
      and m.deactivated_at is null
    order by m.id`.execute(scope.db);
  return rows;
}

/** Writes the thresholds and leaves the other settings as they are. */
export async function saveThresholds(scope: Scope, alerts: AlertSettings): Promise<void> {
  await sql`update workspaces set settings = settings || ${JSON.stringify({ alerts })}::jsonb
    where id = ${scope.workspaceId}`.execute(scope.db);
}
