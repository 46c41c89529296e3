-- The article nearest to a gap is shown only where it came near: with how sure it was to answer, from 0.2 on.

update knowledge_gaps g set nearest_article_id = n.article_id, nearest_score = coalesce(n.confidence, 0)
from knowledge_gaps o
left join lateral (
  select a.id as article_id, d.confidence
  from knowledge_gap_cases c
  join assistant_decisions d on d.workspace_id = c.workspace_id and d.ticket_id = c.ticket_id
    and d.path = 'hand_over' and d.confidence >= 0.2
  cross join lateral (
    select p ->> 'articleId' as id from jsonb_array_elements(d.record -> 'passages') p
    order by (p ->> 'score')::float desc limit 1) first
  join articles a on a.workspace_id = c.workspace_id and a.id = first.id::uuid
  where c.workspace_id = o.workspace_id and c.gap_id = o.id
  order by d.confidence desc limit 1) n on true
where g.nearest_article_id is not null and o.workspace_id = g.workspace_id and o.id = g.id;
