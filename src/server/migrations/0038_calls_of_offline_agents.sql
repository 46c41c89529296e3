-- Whether an agent went offline after their call began is told by the status it began in, not by comparing instants:
-- both may lie in the same millisecond, or be written in another order than they were taken.

alter table calls add column offline_since timestamptz;
comment on column calls.offline_since is 'Since when its agent was offline as it began; null: they were not.';

update calls c set offline_since = a.status_since
from agents a
where c.ended_at is null and a.workspace_id = c.workspace_id and a.id = c.agent_id
  and a.status = 'offline' and a.status_since <= c.started_at;
