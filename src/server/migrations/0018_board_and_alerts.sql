-- The operations board and the alerts of supervisors.

-- Work that is not done: what every list of the board walks.
create index work_items_open on work_items (workspace_id, queue_id) where state <> 'done';
-- Outflow of the last hour; inflow has the index of `eligible_at`.
create index work_items_given on work_items (workspace_id, assigned_at) where assigned_at is not null;
-- Promises at risk or broken, the nearest first.
create index sla_tickets_loud on sla_tickets (workspace_id, due_at)
  where state in ('at_risk', 'breached');

-- One open alert for each cause; it rises while things get worse and ends by itself. Kept as history.
create table alerts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- What is wrong and where: the same as long as it is the same trouble.
  cause text not null,
  kind text not null check (kind in ('backlog', 'sla_breaches', 'nobody_online', 'stuck')),
  queue_id uuid,
  -- Kept for the time after the queue has been deleted.
  queue_name text not null,
  band integer not null check (band between 1 and 3),
  value integer not null,
  threshold integer not null,
  opened_at timestamptz not null,
  -- When it last became worse; whoever looked before has not seen it.
  raised_at timestamptz not null,
  resolved_at timestamptz,
  -- Each time it was told: [{"band", "value", "at"}].
  steps jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, queue_id) references queues (workspace_id, id)
    on delete set null (queue_id)
);
create unique index alerts_one_open on alerts (workspace_id, cause) where resolved_at is null;
create index alerts_past on alerts (workspace_id, resolved_at desc) where resolved_at is not null;
create index alerts_queue on alerts (workspace_id, queue_id) where queue_id is not null;

-- When each supervisor last looked at the alerts.
create table alert_views (
  workspace_id uuid not null,
  member_id uuid not null,
  seen_at timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);

call protect_workspace_table('alerts');
call protect_workspace_table('alert_views');

-- Ids of all workspaces: the sweep that looks whether supervisors are to be told something.
create function watched_workspaces() returns table (workspace_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select w.id from workspaces w order by w.id;
end;
revoke all on function watched_workspaces() from public;
grant execute on function watched_workspaces() to segue_app;
