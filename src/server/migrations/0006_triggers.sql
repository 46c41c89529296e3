-- Triggers: rules that act by themselves, what they did, and the webhooks they call.

create table triggers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  kind text not null check (kind in ('messaging', 'ticket')),
  conditions jsonb not null,
  actions jsonb not null,
  -- Runs by the clock, every minute, instead of on events.
  timed boolean not null,
  enabled boolean not null,
  -- Nothing that happened before this is asked about.
  enabled_at timestamptz,
  position integer not null,
  -- Counts saved states of the rule.
  version integer not null default 1,
  -- Counts every write, also of the order: the sum over a workspace tells whether anything is different.
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

-- Who changed what when; kept after a rule is deleted.
create table trigger_versions (
  workspace_id uuid not null,
  trigger_id uuid not null,
  version integer not null,
  rule jsonb not null,
  enabled boolean not null,
  change text not null,
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, trigger_id, version),
  foreign key (workspace_id, trigger_id) references triggers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

-- Each time a rule ran. The cause is the event, or for a rule by the clock the moment it counts from:
-- the unique key is why nothing runs twice.
create table trigger_runs (
  workspace_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  ticket_id uuid not null,
  cause text not null,
  because jsonb not null,
  done jsonb not null,
  failed jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, trigger_id, ticket_id, cause),
  foreign key (workspace_id, trigger_id) references triggers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index trigger_runs_at on trigger_runs (workspace_id, trigger_id, at desc);
create index trigger_runs_ticket on trigger_runs (workspace_id, ticket_id);

-- Lines of history and messages that rules have been asked about. Only the last minutes of a ticket are
-- kept: what is older than the newest mark by more than that counts as asked about.
create table trigger_marks (
  workspace_id uuid not null,
  ticket_id uuid not null,
  cause_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, ticket_id, cause_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);

-- The fields of a ticket as they were when rules were last asked.
create table trigger_memories (
  workspace_id uuid not null,
  ticket_id uuid not null,
  snapshot jsonb not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);

create table webhooks (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  url text not null,
  -- Signs what is sent, in the form of Standard Webhooks.
  secret text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table webhook_deliveries (
  workspace_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  ticket_id uuid,
  body text not null,
  state text not null check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  status integer,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, webhook_id) references webhooks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index webhook_deliveries_of on webhook_deliveries (workspace_id, webhook_id, id desc);
create index webhook_deliveries_ticket on webhook_deliveries (workspace_id, ticket_id);
create index webhook_deliveries_failed on webhook_deliveries (workspace_id, id desc)
  where state = 'failed';

call protect_workspace_table('triggers');
call protect_workspace_table('trigger_versions');
call protect_workspace_table('trigger_runs');
call protect_workspace_table('trigger_marks');
call protect_workspace_table('trigger_memories');
call protect_workspace_table('webhooks');
call protect_workspace_table('webhook_deliveries');
