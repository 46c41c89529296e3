import { sql } from 'kysely';
import type { Scope } from '../../platform/db/database.ts';
import type { FactsRow, Needs } from './facts-row.types.ts';

/** Everything that conditions ask about, for any number of tickets in one statement. */
export async function listFacts(
  scope: Scope,
  ticketIds: readonly string[],
  needs: Needs,
): Promise<FactsRow[]> {
  const { rows } = await sql<FactsRow>`
    select t.id, t.channel, t.routing_channel, t.status, t.priority, t.category, t.group_id, t.subject,
      t.created_at, t.updated_at, s.state as session_state, s.ended_reason, s.inactive_reason,
      w.queue_id, case when w.state = 'assigned' then w.agent_id end as agent_id, w.state as work_state,
      case when w.state in ('waiting', 'offered') then w.eligible_at end as eligible_at,
      c.tier, c.region, c.attributes,
      exists (select from customer_identities i where i.workspace_id = t.workspace_id
        and i.customer_id = t.customer_id and i.kind = 'email') as email_known,
      array(select g.name from ticket_tags x join tags g on g.workspace_id = x.workspace_id and g.id = x.tag_id
        where x.workspace_id = t.workspace_id and x.ticket_id = t.id) as tags,
      (select max(m.created_at) from messages m where m.workspace_id = t.workspace_id
        and m.conversation_id = t.conversation_id and m.author_kind = 'customer') as customer_at,
      ${needs.solved ? solvedAt : sql`null::timestamptz`} as solved_at,
      b.brief #>> '{language,value}' as brief_language, b.brief #>> '{sentiment,value}' as brief_sentiment,
      ${needs.depth ? depth : sql`0`}::int as depth,
      ${needs.signals ? signals : sql`null::text[]`} as signals,
      ${needs.signals ? riskCares : sql`null::jsonb`} as risk_cares,
      ${needs.signals ? askedForPerson : sql`false`} as asked_for_person,
      ${needs.surge ? surge : sql`null::jsonb`} as surge,
      ${needs.texts ? texts : sql`'[]'::json`} as texts
    from tickets t
    join customers c on c.workspace_id = t.workspace_id and c.id = t.customer_id
    left join sessions s on s.workspace_id = t.workspace_id and s.conversation_id = t.conversation_id
    left join work_items w on w.workspace_id = t.workspace_id and w.ticket_id = t.id
    left join lateral (
      select brief from briefs b where b.workspace_id = t.workspace_id and b.ticket_id = t.id
      order by version desc limit 1) b on true
    where t.workspace_id = ${scope.workspaceId} and t.id = any(${ticketIds}::uuid[])
      and c.deleted_at is null`.execute(scope.db);
  return rows;
}

const solvedAt = sql`case when t.status in ('solved', 'closed') then (
  select max(e.at) from ticket_events e where e.workspace_id = t.workspace_id and e.ticket_id = t.id
    and e.type = 'ticket.status' and e.data ->> 'to' = 'solved') end`;

const depth = sql`(select count(*) from work_items o where o.workspace_id = w.workspace_id
  and o.queue_id = w.queue_id and o.state in ('waiting', 'offered'))`;

const signals = sql`array(select case when g.kind = 'risk' then g.topic else g.kind end from ticket_signals g
  where g.workspace_id = t.workspace_id and g.ticket_id = t.id and g.kind in ('risk', 'person_wish'))`;

const askedForPerson = sql`exists (select from ticket_events e where e.workspace_id = t.workspace_id
  and e.ticket_id = t.id and e.type = 'handover.requested' and e.data ->> 'wish' = 'true')`;

const surge = sql`(select k.settings -> 'surge' from workspaces k where k.id = t.workspace_id)`;

const riskCares = sql`(select k.settings #> '{classification,risks}' from workspaces k
  where k.id = t.workspace_id)`;

const texts = sql`(select coalesce(json_agg(json_build_object('by', l.author_kind, 'body', l.body) order by l.seq desc), '[]'::json)
  from (select m.seq, m.author_kind, left(m.body, 5000) as body from messages m
    where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id and m.channel <> 'note'
    order by m.seq desc limit 50) l)`;

/** The latest tickets, for a dry run; newest first. */
export async function listLatestTickets(
  scope: Scope,
  only: { limit: number; number: number | null },
) {
  return scope.db
    .selectFrom('tickets')
    .select(['id', 'number', 'subject'])
    .where('workspace_id', '=', scope.workspaceId)
    .$if(only.number !== null, (query) => query.where('number', '=', only.number ?? 0))
    .orderBy('number', 'desc')
    .limit(only.limit)
    .execute();
}
