import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/database.ts';

/** How alike an agent's own answer must be for the assistant's to count as right, and to count as wrong. */
const alike = { rightFrom: 0.5, wrongBelow: 0.25 };
/** Ratings up to this one say that the customer was not helped. */
const badRating = 2;

/**
 * Makes the facts of some cases again, from the turns, the outcome, the ratings and what people judged. The
 * turn that counts is the last answer, else the last question, else the last hand-over, else the last turn.
 * A judgement outweighs what followed, and what followed outweighs likeness. A correction is no answer of the case:
 * it says that the one before was wrong. A chat waits for the assistant from its end on.
 */
export async function saveFacts(scope: Scope, ticketIds: readonly string[]): Promise<void> {
  await sql`
    with turns as (
      select d.*, row_number() over (partition by d.ticket_id order by
          case when d.path = 'answer' and d.state <> 'overtaken' then 0
            when d.path = 'answer' and d.likeness is not null then 0
            when d.path = 'ask' then 1 when d.path = 'hand_over' then 2 else 3 end, d.id desc) as place,
        min(d.at) over (partition by d.ticket_id) as first_at,
        sum(d.cost_micros) over (partition by d.ticket_id) as cost
      from assistant_decisions d
      where d.workspace_id = ${scope.workspaceId} and d.ticket_id = any(${[...ticketIds]}::uuid[])
        and d.path not in ('remind', 'assume', 'close') and d.reason <> 'correction'
    ), facts as (
      select t.*, c.outcome, j.verdict as judged, r.rating, coalesce(t.category, k.category) as filed,
        exists (select from assistant_decisions n where n.workspace_id = t.workspace_id
          and n.ticket_id = t.ticket_id and n.reason = 'not_helped') as not_helped,
        exists (select from assistant_decisions n where n.workspace_id = t.workspace_id
          and n.ticket_id = t.ticket_id and n.reason = 'correction' and n.state = 'done') as corrected,
        (t.path = 'answer' and t.state in ('done', 'draft_used')) as sent
      from turns t
      join tickets k on k.workspace_id = t.workspace_id and k.id = t.ticket_id
      left join assistant_cases c on c.workspace_id = t.workspace_id and c.ticket_id = t.ticket_id
      left join answer_judgements j on j.workspace_id = t.workspace_id and j.decision_id = t.id
      left join lateral (select min(s.score) as rating from surveys s where s.workspace_id = t.workspace_id
        and s.ticket_id = t.ticket_id and s.score is not null) r on true
      where t.place = 1
    ), told as (
      select f.*, case
        when f.path <> 'answer' then null
        when f.judged is not null then 'judged'
        when f.sent and f.corrected then 'corrected'
        when f.sent and f.not_helped then 'not_helped'
        when f.sent and f.outcome = 'reopened' then 'reopened'
        when f.sent and f.rating <= ${badRating} then 'rating'
        when f.sent and f.outcome = 'confirmed' then 'confirmed'
        when f.sent and f.outcome = 'assumed' then 'assumed'
        when f.state = 'rejected' then 'rejected'
        when f.state = 'draft_dismissed' then 'dismissed'
        when f.state = 'draft_used' then 'used'
        when not f.sent and (f.likeness >= ${alike.rightFrom} or f.likeness < ${alike.wrongBelow}) then 'likeness'
        end as evidence
      from facts f
    )
    insert into learning_cases (workspace_id, ticket_id, decision_id, at, category, autonomy, path, sent, reason,
      confidence, response_ms, outcome, verdict, evidence, likeness, cost_micros)
    select workspace_id, ticket_id, id, first_at, filed, autonomy, path, sent, reason, confidence,
      (select round(extract(epoch from m.created_at - coalesce(greatest(
          (select max(q.created_at) from messages q where q.workspace_id = m.workspace_id
            and q.conversation_id = m.conversation_id and q.author_kind = 'customer' and q.seq < m.seq),
          (select s.ended_at from sessions s where s.workspace_id = m.workspace_id
            and s.conversation_id = m.conversation_id and s.ended_at < m.created_at)),
          told.first_at)) * 1000)::int
        from assistant_decisions o
        join messages m on m.workspace_id = o.workspace_id and m.id = o.message_id
        where o.workspace_id = told.workspace_id and o.ticket_id = told.ticket_id
          and o.path in ('answer', 'ask') and o.state = 'done' and o.reason <> 'correction'
        order by o.id limit 1),
      outcome,
      case evidence when 'judged' then case judged when 'right' then 'right' else 'wrong' end
        when 'likeness' then case when likeness >= ${alike.rightFrom} then 'right' else 'wrong' end
        when 'confirmed' then 'right' when 'assumed' then 'right' when 'used' then 'right'
        else case when evidence is not null then 'wrong' end end,
      evidence, likeness, cost
    from told
    on conflict (workspace_id, ticket_id) do update set decision_id = excluded.decision_id, at = excluded.at,
      category = excluded.category, autonomy = excluded.autonomy, path = excluded.path, sent = excluded.sent,
      reason = excluded.reason, confidence = excluded.confidence, response_ms = excluded.response_ms,
      outcome = excluded.outcome, verdict = excluded.verdict, evidence = excluded.evidence,
      likeness = excluded.likeness, cost_micros = excluded.cost_micros`.execute(scope.db);
}

/** Cases with turns since an instant that have no facts: a job of theirs was lost, or they are from before. */
export async function listWithoutFacts(
  scope: Scope,
  { since, most }: { since: Date; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ ticket_id: string }>`
    select distinct d.ticket_id from assistant_decisions d
    where d.workspace_id = ${scope.workspaceId} and d.at >= ${since}
      and d.path not in ('remind', 'assume', 'close') and d.reason <> 'correction'
      and not exists (select from learning_cases l where l.workspace_id = d.workspace_id
        and l.ticket_id = d.ticket_id)
    limit ${most}`.execute(scope.db);
  return rows.map((row) => row.ticket_id);
}
