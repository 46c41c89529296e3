import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';

/** Locks an open offer of an agent; undefined when it is gone or somebody else's. */
export async function lockOpenOffer(scope: Scope, offerId: string, agentId: string) {
  return scope.db
    .selectFrom('offers as o')
    .innerJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 'o.workspace_id').onRef('w.id', '=', 'o.work_item_id'),
    )
    .select(['o.id', 'o.work_item_id', 'o.agent_id', 'o.expires_at', 'w.ticket_id', 'w.queue_id'])
    .where('o.workspace_id', '=', scope.workspaceId)
    .where('o.id', '=', offerId)
    .where('o.agent_id', '=', agentId)
    .where('o.outcome', 'is', null)
    .forNoKeyUpdate('o')
    .executeTakeFirst();
}

/** Whether somebody accepted an offer and still has its work. */
export async function isAcceptedBy(
  scope: Scope,
  offerId: string,
  agentId: string,
): Promise<boolean> {
  const row = await scope.db
    .selectFrom('offers as o')
    .innerJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 'o.workspace_id').onRef('w.id', '=', 'o.work_item_id'),
    )
    .select('o.id')
    .where('o.workspace_id', '=', scope.workspaceId)
    .where('o.id', '=', offerId)
    .where('o.agent_id', '=', agentId)
    .where('o.outcome', '=', 'accepted')
    .where('w.agent_id', '=', agentId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface OfferAnswer {
  readonly outcome: 'accepted' | 'declined' | 'timed_out' | 'withdrawn';
  readonly at: Date;
  readonly reason?: string | null;
  readonly comment?: string | null;
}

export async function closeOffer(
  scope: Scope,
  offerId: string,
  answer: OfferAnswer,
): Promise<void> {
  await scope.db
    .updateTable('offers')
    .set({
      outcome: answer.outcome,
      answered_at: answer.at,
      decline_reason: answer.reason ?? null,
      comment: answer.comment ?? null,
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', offerId)
    .execute();
}

/** Withdraws the open offer of a work item, if there is one; returns it. */
export async function withdrawOpenOffer(scope: Scope, workItemId: string, at: Date) {
  return scope.db
    .updateTable('offers')
    .set({ outcome: 'withdrawn', answered_at: at })
    .where('workspace_id', '=', scope.workspaceId)
    .where('work_item_id', '=', workItemId)
    .where('outcome', 'is', null)
    .returning(['id', 'agent_id'])
    .executeTakeFirst();
}

/** An offer that the router ended, and whose work is back in its queue. */
export interface EndedOffer {
  readonly id: string;
  readonly agent_id: string;
  readonly agent_name: string;
  readonly ticket_id: string;
}

/** Offers that were ended, and how many were not because somebody holds them or their work right now. */
export interface EndedOffers {
  readonly ended: readonly EndedOffer[];
  readonly missed: number;
}

/** Ends every offer whose time is up, and puts its work back. */
export function expireOffers(scope: Scope, now: Date): Promise<EndedOffers> {
  return endOffers(scope, { which: sql`o.expires_at <= ${now}`, outcome: 'timed_out', at: now });
}

/**
 * Withdraws offers of people who are no longer there or on a call, or whose status takes such work no more,
 * and puts the work back: the next one is asked at once, not when the time is up.
 */
export function withdrawFromGone(
  scope: Scope,
  facts: { readonly now: Date; readonly heartbeatTimeoutMs: number },
): Promise<EndedOffers> {
  const seenAfter = new Date(facts.now.getTime() - facts.heartbeatTimeoutMs);
  const which = sql`exists (
    select 1 from agents a
    left join presences p on p.workspace_id = a.workspace_id and p.agent_id = a.id
    left join agent_statuses s on s.workspace_id = a.workspace_id and s.id = a.custom_status_id
    where a.workspace_id = o.workspace_id and a.id = o.agent_id and (
      a.status = 'offline' or exists (select 1 from calls c
        where c.workspace_id = a.workspace_id and c.agent_id = a.id and c.ended_at is null)
      or coalesce(p.heartbeat_at < ${seenAfter}, true)
      or not coalesce(w.channel_class = any(s.takes),
        a.status = 'online' or (a.status = 'away' and w.channel_class = 'email'))))`;
  return endOffers(scope, { which, outcome: 'withdrawn', at: facts.now });
}

async function endOffers(
  scope: Scope,
  how: { which: RawBuilder<unknown>; outcome: 'timed_out' | 'withdrawn'; at: Date },
): Promise<EndedOffers> {
  const found = sql`offers o
    join work_items w on w.workspace_id = o.workspace_id and w.id = o.work_item_id
    join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
    where o.workspace_id = ${scope.workspaceId} and o.outcome is null and ${how.which}`;
  const { rows } = await sql<EndedOffers>`
    with due as (
      select o.workspace_id, o.id, o.work_item_id from ${found}
      order by o.work_item_id for no key update of t, w, o skip locked),
    ended as (
      update offers o set outcome = ${how.outcome}, answered_at = ${how.at}
      from due where o.workspace_id = due.workspace_id and o.id = due.id
      returning o.id, o.agent_id, o.work_item_id),
    returned as (
      update work_items w set state = 'waiting', agent_id = null, units = 0, waiting_reason = null
      from ended where w.workspace_id = ${scope.workspaceId} and w.id = ended.work_item_id
      returning w.id, w.ticket_id)
    select (select count(*) from ${found})::int - (select count(*) from due)::int as missed,
      coalesce((select json_agg(json_build_object('id', ended.id, 'agent_id', ended.agent_id,
          'agent_name', m.name, 'ticket_id', returned.ticket_id))
        from ended join returned on returned.id = ended.work_item_id
        join members m on m.workspace_id = ${scope.workspaceId} and m.id = ended.agent_id), '[]') as ended`.execute(
    scope.db,
  );
  return rows[0] ?? { ended: [], missed: 0 };
}

/** The open offers of an agent, oldest first, with what the card shows. */
export async function listOpenOffers(scope: Scope, agentId: string) {
  return scope.db
    .selectFrom('offers as o')
    .innerJoin('work_items as w', (join) =>
      join.onRef('w.workspace_id', '=', 'o.workspace_id').onRef('w.id', '=', 'o.work_item_id'),
    )
    .innerJoin('queues as q', (join) =>
      join.onRef('q.workspace_id', '=', 'w.workspace_id').onRef('q.id', '=', 'w.queue_id'),
    )
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.workspace_id', '=', 'w.workspace_id').onRef('t.id', '=', 'w.ticket_id'),
    )
    .innerJoin('customers as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.customer_id'),
    )
    .select([
      'o.id',
      'o.why',
      'o.offered_at',
      'o.expires_at',
      'w.channel_class',
      'w.units',
      'w.eligible_at',
      't.id as ticket_id',
      't.number',
      't.subject',
      't.priority',
      'q.name as queue_name',
      'c.name as customer_name',
    ])
    .where('o.workspace_id', '=', scope.workspaceId)
    .where('o.agent_id', '=', agentId)
    .where('o.outcome', 'is', null)
    .orderBy('o.offered_at')
    .execute();
}
