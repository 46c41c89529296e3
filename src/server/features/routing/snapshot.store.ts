import { sql } from 'kysely';
import type { ChannelClass } from '../../../contracts/people.ts';
import type { Scope } from '../../platform/db/database.ts';

/** A waiting piece of work as the plan takes it. */
export interface WaitingRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly queue_id: string;
  readonly channel_class: ChannelClass;
  readonly priority_rank: number;
  readonly eligible_at: Date;
  readonly required_skills: string[];
  readonly preferred_agent_id: string | null;
  readonly waiting_reason: string | null;
}

/**
 * Claims waiting work for this plan, first in serving order. Rows that somebody is changing right now
 * are passed over; `isPassedOver` tells, because not every change causes a plan of its own.
 */
export async function claimWaiting(scope: Scope, limit: number): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select w.id, w.ticket_id, w.queue_id, w.channel_class, w.priority_rank, w.eligible_at,
      w.required_skills, w.preferred_agent_id, w.waiting_reason
    from work_items w
    join queues q on q.workspace_id = w.workspace_id and q.id = w.queue_id
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    where w.workspace_id = ${scope.workspaceId} and w.state = 'waiting'
    order by q.priority, w.priority_rank, w.eligible_at, w.id
    limit ${limit}
    for update of w, t skip locked`.execute(scope.db);
  return rows;
}

/** Whether work waits that a claim did not get, because somebody held it. */
export async function isPassedOver(scope: Scope, claimed: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from work_items
    where workspace_id = ${scope.workspaceId} and state = 'waiting' and id <> all(${[...claimed]}::uuid[])
    limit 1`.execute(scope.db);
  return rows.length > 0;
}

/** Groups and skills of the agents, by agent. */
export async function listMemberships(scope: Scope) {
  const { rows } = await sql<{ agent_id: string; group_ids: string[]; skill_ids: string[] }>`
    select a.id as agent_id,
      array(select group_id from group_members g where g.workspace_id = a.workspace_id and g.agent_id = a.id) as group_ids,
      array(select skill_id from agent_skills s where s.workspace_id = a.workspace_id and s.agent_id = a.id) as skill_ids
    from agents a where a.workspace_id = ${scope.workspaceId}`.execute(scope.db);
  return new Map(rows.map((row) => [row.agent_id, row]));
}

/** Who let work go since an instant, by work item: the offer's end counts. */
export async function listRefusals(scope: Scope, itemIds: readonly string[], since: Date) {
  if (itemIds.length === 0) return [];
  return scope.db
    .selectFrom('offers')
    .select(['work_item_id', 'agent_id', 'answered_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('outcome', 'in', ['declined', 'timed_out'])
    .where('answered_at', '>', since)
    .where(sql<boolean>`work_item_id = any(${itemIds as string[]}::uuid[])`)
    .execute();
}

/** When the next open offer runs out; null when none is open. */
export async function findNextExpiry(scope: Scope): Promise<Date | null> {
  const row = await scope.db
    .selectFrom('offers')
    .select((eb) => eb.fn.min('expires_at').as('at'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Work the router gave out since an instant, with how long it had waited. */
export async function listGivenSince(scope: Scope, since: Date) {
  const { rows } = await sql<{ agent_id: string; at: Date; eligible_at: Date }>`
    select d.agent_id, d.at, w.eligible_at from routing_decisions d
    join work_items w on w.workspace_id = d.workspace_id and w.id = d.work_item_id
    where d.workspace_id = ${scope.workspaceId} and d.at > ${since} and d.agent_id is not null`.execute(
    scope.db,
  );
  return rows;
}
