import { sql } from 'kysely';
import type { BoardEscalation } from '../../../contracts/board.ts';
import type { Scope } from '../../platform/db/database.ts';

export interface EscalationRow extends Pick<
  BoardEscalation,
  'id' | 'number' | 'subject' | 'metric' | 'signals' | 'owner' | 'state'
> {
  readonly at: Date;
  readonly type: 'handover.requested' | 'bot.failed' | 'sla.at_risk' | 'sla.breached';
  readonly ticket_id: string;
  readonly customer_name: string | null;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly reason: string | null;
  readonly policy: string | null;
  readonly taken_at: Date | null;
  readonly taken_by: string | null;
}

/** The latest calls for a person since an instant, each with who first took the ticket after it. */
export async function listEscalations(
  scope: Scope,
  { since, limit }: { since: Date; limit: number },
): Promise<EscalationRow[]> {
  const { rows } = await sql<EscalationRow>`
    with called as (
      select id, ticket_id, type, at, data from ticket_events
      where workspace_id = ${scope.workspaceId} and at > ${since}
        and type in ('handover.requested', 'bot.failed', 'sla.at_risk', 'sla.breached')
      order by at desc, id desc limit ${limit}
    )
    select e.id, e.type, e.at, e.data ->> 'reason' as reason, e.data ->> 'policy' as policy,
      e.data ->> 'metric' as metric, t.id as ticket_id, t.number, t.subject, c.name as customer_name,
      q.id as queue_id, q.name as queue_name, w.state, m.name as owner,
      k.at as taken_at, coalesce(k.data ->> 'agent', n.name) as taken_by,
      coalesce(s.signals, '[]') as signals
    from called e
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = e.ticket_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    join queues q on q.workspace_id = w.workspace_id and q.id = w.queue_id
    left join members m on m.workspace_id = w.workspace_id and m.id = w.agent_id and w.state <> 'offered'
    left join lateral (
      select at, data, actor_kind, actor_id from ticket_events f
      where f.workspace_id = t.workspace_id and f.ticket_id = t.id and f.id > e.id
        and f.type in ('work.taken', 'work.assigned', 'offer.accepted')
      order by f.id limit 1
    ) k on true
    left join members n on n.workspace_id = t.workspace_id and n.id = k.actor_id and k.actor_kind = 'agent'
    left join lateral (
      select jsonb_agg(jsonb_build_object('kind', kind, 'topic', topic, 'score', score) order by score desc)
        as signals
      from (select kind, topic, score from ticket_signals
        where workspace_id = t.workspace_id and ticket_id = t.id and kind in ('risk', 'person_wish')
        order by score desc limit 2) surest
    ) s on true
    order by e.at desc, e.id desc`.execute(scope.db);
  return rows;
}
