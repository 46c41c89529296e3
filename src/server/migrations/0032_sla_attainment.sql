-- How long each kind of answer took in counted time, whoever's answer counted: what attainment with and
-- without the assistant is made of.
alter table sla_clocks add column assistant_counted_ms bigint, add column agent_counted_ms bigint;
-- The answer that ended a clock took what the clock had counted. Of another answer before today only the
-- time on the wall is known; it is exact by day and night, and replaced when the ticket is followed again.
update sla_clocks set
  assistant_counted_ms = case when assistant_at = ended_at then counted_ms
    else greatest(0, extract(epoch from assistant_at - started_at) * 1000 - paused_ms)::bigint end,
  agent_counted_ms = case when agent_at = ended_at then counted_ms
    else greatest(0, extract(epoch from agent_at - started_at) * 1000 - paused_ms)::bigint end
  where assistant_at is not null or agent_at is not null;

-- Clocks by when they were judged, newest last.
create index sla_clocks_judged on sla_clocks (workspace_id, coalesce(breached_at, ended_at), id)
  where state in ('met', 'breached');
