-- The router under a burst reads the first of each kind of work from an index instead of sorting all that
-- waits; rebalancing is bounded by time; skills may be set by hand; agents have shifts of their own.

alter table work_items
  -- Tells kinds of work apart in the index below: jsonb itself has no comparison that row-level security lets through.
  add column needs_key text generated always as (md5(needs::text)) stored,
  -- A person has set the skills: rules and briefs leave them alone.
  add column needs_by_hand boolean not null default false;
create index work_items_in_line on work_items
  (workspace_id, queue_id, channel_class, priority_rank, needs_key, due_at, eligible_at, id) where state = 'waiting';

-- Unbegun mail that the router took from somebody who was there; what limits by the hour count.
create table work_moves (
  workspace_id uuid not null,
  id uuid not null,
  work_item_id uuid not null,
  -- From whom, and in which queue it was.
  agent_id uuid not null,
  queue_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, work_item_id) references work_items (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, queue_id) references queues (workspace_id, id) on delete cascade
);
create index work_moves_item on work_moves (workspace_id, work_item_id);
create index work_moves_agent on work_moves (workspace_id, agent_id);
create index work_moves_queue on work_moves (workspace_id, queue_id);
create index work_moves_at on work_moves (workspace_id, at);
call protect_workspace_table('work_moves');

-- Hours of this agent alone, as a calendar: zone, week, special days. They come before those of a schedule.
alter table agents add column shift_plan jsonb;
