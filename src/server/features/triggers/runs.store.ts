import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { Cause, Snapshot } from './rules/happenings.rules.ts';

/** One run, as it is recorded. */
export interface RunToStore {
  readonly id: string;
  readonly triggerId: string;
  readonly ticketId: string;
  readonly cause: string;
  readonly at: Date;
}

/** Records that a rule runs for a cause; false when it has run for it before. */
export async function claimRun(scope: Scope, run: RunToStore): Promise<boolean> {
  const claimed = await scope.db
    .insertInto('trigger_runs')
    .values({
      workspace_id: scope.workspaceId,
      id: run.id,
      trigger_id: run.triggerId,
      ticket_id: run.ticketId,
      cause: run.cause,
      because: '[]',
      done: '[]',
      failed: '[]',
      at: run.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'trigger_id', 'ticket_id', 'cause']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Writes down why a rule ran and what came of it. */
export async function finishRun(
  scope: Scope,
  id: string,
  outcome: { because: readonly string[]; done: readonly string[]; failed: readonly string[] },
): Promise<void> {
  await scope.db
    .updateTable('trigger_runs')
    .set({
      because: toJson(outcome.because),
      done: toJson(outcome.done),
      failed: toJson(outcome.failed),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** How often each rule has run on a ticket since a moment. */
export async function countRunsOf(
  scope: Scope,
  ticketId: string,
  since: Date,
): Promise<Map<string, number>> {
  const rows = await scope.db
    .selectFrom('trigger_runs')
    .select((eb) => ['trigger_id', eb.fn.countAll<number>().as('runs')])
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('at', '>', since)
    .groupBy('trigger_id')
    .execute();
  return new Map(rows.map((row) => [row.trigger_id, row.runs]));
}

/** What a rule has run for on each of these tickets, and when last. */
export async function listRunsFor(
  scope: Scope,
  triggerId: string,
  ticketIds: readonly string[],
): Promise<Map<string, { causes: string[]; lastAt: Date }>> {
  const { rows } = await sql<{ ticket_id: string; causes: string[]; last_at: Date }>`
    select ticket_id, array_agg(cause) as causes, max(at) as last_at from trigger_runs
    where workspace_id = ${scope.workspaceId} and trigger_id = ${triggerId}
      and ticket_id = any(${ticketIds}::uuid[]) group by ticket_id`.execute(scope.db);
  return new Map(rows.map((row) => [row.ticket_id, { causes: row.causes, lastAt: row.last_at }]));
}

/** The latest runs of a rule with their tickets. */
export async function listRuns(scope: Scope, triggerId: string, limit: number) {
  return scope.db
    .selectFrom('trigger_runs as r')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'r.workspace_id').onRef('t.id', '=', 'r.ticket_id'),
    )
    .select([
      'r.id',
      'r.at',
      'r.because',
      'r.done',
      'r.failed',
      't.id as ticket_id',
      't.number',
      't.subject',
    ])
    .where('r.workspace_id', '=', scope.workspaceId)
    .where('r.trigger_id', '=', triggerId)
    .orderBy('r.at', 'desc')
    .limit(limit)
    .execute();
}

/** Causes that are read in one go. */
export const mostCauses = 500;

/**
 * Lines of history and messages of a ticket that rules have not been asked about, oldest first. Lines that
 * tell of offers, briefs and mail are no events; what rules themselves wrote of their runs is none either.
 * A line may appear up to ten minutes before the newest mark: longer than any transaction takes.
 */
export async function listCauses(scope: Scope, ticketId: string, since: Date): Promise<Cause[]> {
  const { rows } = await sql<{
    id: string;
    at: Date;
    type: string;
    actor_kind: Cause['actorKind'];
    data: Record<string, unknown>;
  }>`
    with ticket as (
      select workspace_id, id, conversation_id, created_at,
        greatest(${since}, (select max(at) - interval '10 minutes' from trigger_marks k
          where k.workspace_id = t.workspace_id and k.ticket_id = t.id)) as since
      from tickets t where t.workspace_id = ${scope.workspaceId} and t.id = ${ticketId}),
    found as (
      select e.id, e.at, e.type, e.actor_kind, e.data from ticket_events e, ticket t
      where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.at >= t.since
        and (e.type like 'ticket.%' or e.type like 'session.%' or e.type in ('work.assigned',
          'work.taken', 'work.returned', 'work.released', 'work.queued', 'work.moved', 'work.reclassified',
          'offer.accepted', 'handover.requested', 'survey.answered'))
      union all
      select m.id, m.created_at, case m.channel when 'note' then 'note' else 'message' end, m.author_kind,
        '{}'::jsonb
      from messages m, ticket t
      where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and m.created_at >= t.since and m.created_at > t.created_at)
    select f.* from found f
    where not exists (select from trigger_marks k where k.workspace_id = ${scope.workspaceId}
      and k.ticket_id = ${ticketId} and k.cause_id = f.id)
    order by f.at, f.id limit ${mostCauses}`.execute(scope.db);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    type: row.type,
    actorKind: row.actor_kind,
    data: row.data,
  }));
}

/** Marks causes as asked about, and forgets marks that are too old to matter. */
export async function markCauses(
  scope: Scope,
  ticketId: string,
  causes: readonly Cause[],
): Promise<void> {
  if (causes.length === 0) return;
  const rows = causes.map(({ id, at }) => ({ id, at }));
  await sql`insert into trigger_marks (workspace_id, ticket_id, cause_id, at)
    select ${scope.workspaceId}, ${ticketId}, r.id, r.at
    from json_to_recordset(${toJson(rows)}::json) as r(id uuid, at timestamptz)
    on conflict do nothing`.execute(scope.db);
  await sql`delete from trigger_marks where workspace_id = ${scope.workspaceId} and ticket_id = ${ticketId}
    and at < (select max(at) from trigger_marks where workspace_id = ${scope.workspaceId}
      and ticket_id = ${ticketId}) - interval '10 minutes'`.execute(scope.db);
}

export async function findSnapshot(scope: Scope, ticketId: string): Promise<Snapshot | null> {
  const row = await scope.db
    .selectFrom('trigger_memories')
    .select('snapshot')
    .where('workspace_id', '=', scope.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row ? (row.snapshot as Snapshot) : null;
}

export async function saveSnapshot(
  scope: Scope,
  ticketId: string,
  snapshot: Snapshot,
): Promise<void> {
  await scope.db
    .insertInto('trigger_memories')
    .values({
      workspace_id: scope.workspaceId,
      ticket_id: ticketId,
      snapshot: toJson(snapshot),
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'ticket_id']).doUpdateSet({ snapshot: toJson(snapshot) }),
    )
    .execute();
}
