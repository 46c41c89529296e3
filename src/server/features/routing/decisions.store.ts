import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import type { StoredReason } from './reasons.rules.ts';

/** A decision ready to be made true. */
export interface DecisionRow {
  readonly id: string;
  readonly workItemId: string;
  readonly ticketId: string;
  readonly outcome: 'assigned' | 'offered' | 'waiting';
  readonly agentId: string | null;
  readonly channelClass: 'messaging' | 'email';
  readonly units: number;
  readonly queueName: string;
  readonly reason: StoredReason;
  /** The router takes it from somebody for this. */
  readonly moved: boolean;
}

/** Stores decisions with their reasons. */
export async function insertDecisions(
  scope: Scope,
  rows: readonly DecisionRow[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map((row) => ({
    id: row.id,
    work_item_id: row.workItemId,
    outcome: row.outcome,
    queue_name: row.queueName,
    agent_id: row.agentId,
    explanation: row.reason,
  }));
  await sql`insert into routing_decisions (workspace_id, id, work_item_id, at, outcome, queue_name, agent_id, explanation)
    select ${scope.workspaceId}, r.id, r.work_item_id, ${at}, r.outcome, r.queue_name, r.agent_id, r.explanation
    from json_to_recordset(${toJson(records)}::json) as r(id uuid, work_item_id uuid, outcome text,
      queue_name text, agent_id uuid, explanation jsonb)`.execute(scope.db);
}

/** Gives planned work to its agents: one statement for work, one for tickets, one for agents. */
export async function applyAssignments(scope: Scope, rows: readonly DecisionRow[], at: Date) {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.workItemId);
  await sql`update work_items w set state = r.outcome, agent_id = r.agent_id, units = r.units,
      waiting_reason = null, assigned_at = case when r.outcome = 'assigned' then ${at}::timestamptz end,
      -- A customer waits at the other end of a chat: it begins at once.
      started_at = case when r.outcome = 'assigned' and w.channel_class = 'messaging' then ${at}::timestamptz end,
      moves = w.moves + r.moved::int,
      preferred_agent_id = case when r.outcome = 'assigned' then null else w.preferred_agent_id end
    from unnest(${ids}::uuid[], ${rows.map((row) => row.agentId)}::uuid[], ${rows.map((row) => row.units)}::int[],
      ${rows.map((row) => row.outcome)}::text[], ${rows.map((row) => row.moved)}::bool[]) as r(id, agent_id, units, outcome, moved)
    where w.workspace_id = ${scope.workspaceId} and w.id = r.id`.execute(scope.db);
  await markAgents(scope, rows, at);
  const assigned = rows.filter((row) => row.outcome === 'assigned').map((row) => row.ticketId);
  const versions = await sql<{ id: string; version: number }>`
    update tickets t set version = version + 1, updated_at = ${at},
      status = case when status = 'new' and t.id = any(${assigned}::uuid[]) then 'open' else status end
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${rows.map((row) => row.ticketId)}::uuid[])
    returning id, version`.execute(scope.db);
  return versions.rows;
}

async function markAgents(scope: Scope, rows: readonly DecisionRow[], at: Date): Promise<void> {
  const agentsOf = (channelClass: string) =>
    rows.filter((row) => row.channelClass === channelClass).map((row) => row.agentId);
  await sql`update agents a set
      desk_chats = desk_chats + coalesce((
        select count(*)::int from unnest(${agentsOf('messaging')}::uuid[]) as c(id) where c.id = a.id), 0),
      last_messaging_at = case when a.id = any(${agentsOf('messaging')}::uuid[]) then ${at}::timestamptz else last_messaging_at end,
      last_email_at = case when a.id = any(${agentsOf('email')}::uuid[]) then ${at}::timestamptz else last_email_at end
    where a.workspace_id = ${scope.workspaceId} and a.id = any(${rows.map((row) => row.agentId)}::uuid[])`.execute(
    scope.db,
  );
}

export interface NewOffer {
  readonly id: string;
  readonly workItemId: string;
  readonly agentId: string;
  readonly why: string;
  readonly expiresAt: Date;
}

/** Opens offers, each until its `expiresAt`. */
export async function insertOffers(
  scope: Scope,
  offers: readonly NewOffer[],
  at: Date,
): Promise<void> {
  if (offers.length === 0) return;
  await scope.db
    .insertInto('offers')
    .values(
      offers.map((offer) => ({
        workspace_id: scope.workspaceId,
        id: offer.id,
        work_item_id: offer.workItemId,
        agent_id: offer.agentId,
        offered_at: at,
        expires_at: offer.expiresAt,
        why: offer.why,
      })),
    )
    .execute();
}

/** Remembers why work waits, where the words are new; not of work that somebody is changing. Returns the rest. */
export async function saveWaitingReasons(
  scope: Scope,
  rows: readonly { workItemId: string; sentence: string }[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const saved = await sql<{ id: string }>`
    with free as (
      select w.workspace_id, w.id, r.reason from work_items w
      join unnest(${rows.map((row) => row.workItemId)}::uuid[], ${rows.map((row) => row.sentence)}::text[])
        as r(id, reason) on r.id = w.id
      where w.workspace_id = ${scope.workspaceId} for no key update of w skip locked)
    update work_items w set waiting_reason = free.reason from free
    where w.workspace_id = free.workspace_id and w.id = free.id
    returning w.id`.execute(scope.db);
  return new Set(saved.rows.map(({ id }) => id));
}

/** The decisions about a ticket, newest first. */
export async function listDecisions(scope: Scope, ticketId: string) {
  return scope.db
    .selectFrom('routing_decisions as d')
    .innerJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 'd.workspace_id').onRef('w.id', '=', 'd.work_item_id'),
    )
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'd.workspace_id').onRef('m.id', '=', 'd.agent_id'),
    )
    .select([
      'd.id',
      'd.at',
      'd.outcome',
      'd.queue_name',
      'd.agent_id',
      'd.explanation',
      'm.name as agent_name',
    ])
    .where('d.workspace_id', '=', scope.workspaceId)
    .where('w.ticket_id', '=', ticketId)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(50)
    .execute();
}

/** Puts work back that the router took from somebody who has left, as its holders are gone. */
export async function returnMoved(scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update work_items set state = 'waiting', preferred_agent_id = agent_id, agent_id = null, units = 0,
      assigned_at = null, started_at = null, moves = moves + 1
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(scope.db);
}

/** Names of agents, by id. */
export async function listAgentNames(scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await scope.db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Forgets up to `limit` decisions made before an instant; returns how many. */
export async function deleteDecisions(scope: Scope, before: Date, limit: number): Promise<number> {
  const { rows } =
    await sql`delete from routing_decisions where workspace_id = ${scope.workspaceId} and id in (
      select id from routing_decisions where workspace_id = ${scope.workspaceId} and at < ${before} limit ${limit})
    returning id`.execute(scope.db);
  return rows.length;
}
