-- Workspaces, people, customers and the machinery of trust.
-- Every table of a workspace has primary key (workspace_id, id), two-column foreign keys and one
-- row-level security policy; segue_app owns nothing and sees only the workspace set for its transaction.

create schema if not exists auth;

do $$
begin
  if not exists (select from pg_roles where rolname = 'segue_app') then
    create role segue_app nologin;
  end if;
  -- Whoever makes a role on 16 and newer is a member that may not act as it yet.
  if not pg_has_role(current_user, 'segue_app', 'usage') then
    execute format('grant segue_app to %I', current_user);
  end if;
end $$;

-- The workspace of the running transaction; null outside one, and then nothing is visible.
create function current_workspace_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('segue.workspace_id', true), '')::uuid;

-- Makes a table a workspace table: policy on, and the application may use it.
create procedure protect_workspace_table(table_name regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format(
    'create policy of_workspace on %s using (workspace_id = current_workspace_id()) with check (workspace_id = current_workspace_id())',
    table_name
  );
  execute format('grant select, insert, update, delete on %s to segue_app', table_name);
end $$;

create table workspaces (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  settings jsonb not null default '{}',
  -- Public: stands in the script tag of the widget.
  widget_key text not null unique,
  -- Signs what a host page says about its users, and reply addresses.
  identity_secret text not null,
  last_ticket_number bigint not null default 0,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table workspaces enable row level security;
create policy of_workspace on workspaces
  using (id = current_workspace_id()) with check (id = current_workspace_id());
grant select, update on workspaces to segue_app;

-- Sign-in (better-auth). People exist apart from workspaces; members tie them together.
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_of_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_of_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on auth.verification (identifier);
create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

create table capacity_rules (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- Units an agent may carry over all channels.
  budget integer not null check (budget between 0 and 500),
  messaging_units integer not null check (messaging_units between 1 and 100),
  messaging_ceiling integer not null check (messaging_ceiling between 0 and 500),
  email_units integer not null check (email_units between 1 and 100),
  email_ceiling integer not null check (email_ceiling between 0 and 500),
  is_default boolean not null default false,
  primary key (workspace_id, id)
);
create unique index capacity_rules_one_default on capacity_rules (workspace_id) where is_default;

create table members (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  user_id text not null references auth."user" (id) on delete cascade,
  role text not null check (role in ('agent', 'supervisor', 'admin')),
  name text not null,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id)
);
create index members_user on members (user_id);

-- One row a member who takes work; locked in id order by whoever reserves capacity.
create table agents (
  workspace_id uuid not null,
  id uuid not null,
  status text not null default 'offline' check (status in ('online', 'away', 'transfers_only', 'offline')),
  status_since timestamptz not null default now(),
  capacity_rule_id uuid,
  last_messaging_at timestamptz,
  last_email_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, id) references members (workspace_id, id) on delete cascade,
  foreign key (workspace_id, capacity_rule_id) references capacity_rules (workspace_id, id)
);

-- Apart from agents, so that heartbeats never wait for the router's locks.
create table presences (
  workspace_id uuid not null,
  agent_id uuid not null,
  heartbeat_at timestamptz not null,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);

create table groups (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table group_members (
  workspace_id uuid not null,
  group_id uuid not null,
  agent_id uuid not null,
  primary key (workspace_id, group_id, agent_id),
  foreign key (workspace_id, group_id) references groups (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index group_members_agent on group_members (workspace_id, agent_id);

create table skills (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  keywords text[] not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table agent_skills (
  workspace_id uuid not null,
  agent_id uuid not null,
  skill_id uuid not null,
  level integer not null default 3 check (level between 1 and 5),
  primary key (workspace_id, agent_id, skill_id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, skill_id) references skills (workspace_id, id) on delete cascade
);

create table categories (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  keywords text[] not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table customers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text,
  phone text,
  tier text not null default 'standard' check (tier in ('enterprise', 'standard', 'free')),
  region text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

-- How a customer is recognised. A verified address belongs to one customer; a claimed one proves nothing.
create table customer_identities (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('email', 'widget')),
  value text not null,
  verified_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, customer_id, kind, value),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete cascade
);
create unique index customer_identities_verified
  on customer_identities (workspace_id, kind, value) where verified_at is not null;

-- What has happened and is still to be told: jobs and realtime. Emptied by the relay, oldest first.
create table outbox (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id bigint generated always as identity,
  event jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index outbox_order on outbox (id);

call protect_workspace_table('capacity_rules');
call protect_workspace_table('members');
call protect_workspace_table('agents');
call protect_workspace_table('presences');
call protect_workspace_table('groups');
call protect_workspace_table('group_members');
call protect_workspace_table('skills');
call protect_workspace_table('agent_skills');
call protect_workspace_table('categories');
call protect_workspace_table('customers');
call protect_workspace_table('customer_identities');
call protect_workspace_table('outbox');
