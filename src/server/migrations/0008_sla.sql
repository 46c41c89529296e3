-- Promises to customers: policies, the clocks that measure them, and every step of each clock.

create table sla_policies (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  enabled boolean not null default true,
  position integer not null,
  version integer not null default 1,
  -- Conditions, targets, pauses, escalations; see contracts/sla.ts.
  rules jsonb not null,
  -- The schedule named in the rules; null for the default one.
  schedule_id uuid,
  -- Deleted policies stay, for the clocks that ran by them.
  deleted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, schedule_id) references schedules (workspace_id, id)
);
create unique index sla_policies_name on sla_policies (workspace_id, name) where deleted_at is null;
create index sla_policies_schedule on sla_policies (workspace_id, schedule_id) where schedule_id is not null;

create table sla_policy_versions (
  workspace_id uuid not null,
  policy_id uuid not null,
  version integer not null,
  name text not null,
  rules jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, policy_id, version),
  foreign key (workspace_id, policy_id) references sla_policies (workspace_id, id) on delete cascade
);

-- By which policy a ticket ran from when on, with the versions that counted.
create table sla_assignments (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  -- Null: no policy was for it any more.
  policy_id uuid,
  policy_version integer,
  schedule_id uuid,
  calendar_version integer,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, policy_id) references sla_policies (workspace_id, id),
  foreign key (workspace_id, schedule_id) references schedules (workspace_id, id)
);
create index sla_assignments_ticket on sla_assignments (workspace_id, ticket_id, at);
create index sla_assignments_schedule on sla_assignments (workspace_id, schedule_id) where schedule_id is not null;

-- Where a ticket stands now, for lists and for whoever wakes its clocks. Its row is their lock.
create table sla_tickets (
  workspace_id uuid not null,
  ticket_id uuid not null,
  policy_id uuid,
  policy_version integer,
  -- The clock that is due next, or was broken and goes on.
  metric text,
  state text check (state in ('active', 'at_risk', 'breached', 'paused')),
  due_at timestamptz,
  -- When a clock gets at risk or runs out next.
  wake_at timestamptz,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, policy_id) references sla_policies (workspace_id, id)
);
create index sla_tickets_wake on sla_tickets (wake_at) where wake_at is not null;
create index sla_tickets_policy on sla_tickets (workspace_id, policy_id);

create table sla_clocks (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  metric text not null,
  instance integer not null,
  state text not null check (state in ('active', 'paused', 'met', 'breached', 'cancelled')),
  started_at timestamptz not null,
  target_ms bigint,
  counted_ms bigint not null,
  running_since timestamptz,
  paused_ms bigint not null,
  due_at timestamptz,
  at_risk_at timestamptz,
  breached_at timestamptz,
  ended_at timestamptz,
  -- First answers, whoever counts.
  assistant_at timestamptz,
  agent_at timestamptz,
  policy_id uuid not null,
  policy_version integer not null,
  schedule_id uuid,
  calendar_version integer,
  primary key (workspace_id, id),
  unique (workspace_id, ticket_id, metric, instance),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, policy_id) references sla_policies (workspace_id, id)
);
create index sla_clocks_due on sla_clocks (workspace_id, due_at) where ended_at is null and due_at is not null;
create index sla_clocks_started on sla_clocks (workspace_id, started_at);

-- The steps of all clocks of a ticket, in order: what the explanation tells.
create table sla_clock_events (
  workspace_id uuid not null,
  ticket_id uuid not null,
  seq integer not null,
  metric text not null,
  instance integer not null,
  at timestamptz not null,
  type text not null,
  due_at timestamptz,
  data jsonb not null default '{}',
  primary key (workspace_id, ticket_id, seq),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);

-- What was done about a clock at risk or broken: once, whatever is repeated.
create table sla_alerts (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  metric text not null,
  instance integer not null,
  kind text not null check (kind in ('at_risk', 'breached')),
  at timestamptz not null,
  notified uuid[] not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, ticket_id, metric, instance, kind),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);

-- For the router: when the nearest promise of the ticket runs out.
alter table work_items add column due_at timestamptz;

-- Tickets whose clocks should have been looked at, over all workspaces: the sweep that finds what a lost
-- wake-up left.
create function overdue_sla_tickets(before timestamptz, most integer)
  returns table (workspace_id uuid, ticket_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select s.workspace_id, s.ticket_id from sla_tickets s where s.wake_at < before
  order by s.wake_at limit most;
end;
revoke all on function overdue_sla_tickets(timestamptz, integer) from public;
grant execute on function overdue_sla_tickets(timestamptz, integer) to segue_app;

call protect_workspace_table('sla_policies');
call protect_workspace_table('sla_policy_versions');
call protect_workspace_table('sla_assignments');
call protect_workspace_table('sla_tickets');
call protect_workspace_table('sla_clocks');
call protect_workspace_table('sla_clock_events');
call protect_workspace_table('sla_alerts');
