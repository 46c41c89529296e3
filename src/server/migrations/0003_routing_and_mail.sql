-- Queues, work items, offers, decisions; mail in and out.

create table queues (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  position integer not null,
  priority integer not null check (priority between 1 and 100),
  conditions jsonb not null default '{}',
  is_default boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create unique index queues_one_default on queues (workspace_id) where is_default;

create table queue_groups (
  workspace_id uuid not null,
  queue_id uuid not null,
  group_id uuid not null,
  primary key (workspace_id, queue_id, group_id),
  foreign key (workspace_id, queue_id) references queues (workspace_id, id) on delete cascade,
  foreign key (workspace_id, group_id) references groups (workspace_id, id) on delete cascade
);

-- A ticket's claim on somebody's attention: the one thing the router knows.
create table work_items (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  queue_id uuid not null,
  channel_class text not null check (channel_class in ('messaging', 'email')),
  -- Units it takes of an agent while offered or assigned.
  units integer not null check (units >= 0),
  state text not null check (state in ('waiting', 'offered', 'assigned', 'held', 'done')),
  -- Offered to, assigned to, or last owner while held and done.
  agent_id uuid,
  -- Who had it last: tried first when it comes back.
  preferred_agent_id uuid,
  held_reason text check (held_reason in ('session_ended', 'awaiting_customer', 'on_hold')),
  required_skills uuid[] not null default '{}',
  priority_rank integer not null,
  eligible_at timestamptz not null,
  assigned_at timestamptz,
  -- Why it waits, in the words of the last plan; a new decision is stored only when they change.
  waiting_reason text,
  primary key (workspace_id, id),
  unique (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, queue_id) references queues (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id),
  foreign key (workspace_id, preferred_agent_id) references agents (workspace_id, id),
  check ((state = 'held') = (held_reason is not null)),
  check (state not in ('offered', 'assigned') or agent_id is not null),
  check (state <> 'waiting' or agent_id is null)
);
create index work_items_waiting on work_items (workspace_id, priority_rank, eligible_at, id) where state = 'waiting';
create index work_items_load on work_items (workspace_id, agent_id) where state in ('offered', 'assigned');
create index work_items_agent on work_items (workspace_id, agent_id, state);

create table offers (
  workspace_id uuid not null,
  id uuid not null,
  work_item_id uuid not null,
  agent_id uuid not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'declined', 'timed_out', 'withdrawn')),
  answered_at timestamptz,
  decline_reason text,
  comment text,
  why text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, work_item_id) references work_items (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id)
);
create unique index offers_one_open on offers (workspace_id, work_item_id) where outcome is null;
create index offers_open on offers (workspace_id, expires_at) where outcome is null;
create index offers_item on offers (workspace_id, work_item_id, offered_at);

create table routing_decisions (
  workspace_id uuid not null,
  id uuid not null,
  work_item_id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('assigned', 'offered', 'waiting')),
  queue_name text not null,
  agent_id uuid,
  -- Candidates with the reason each was left out, and the sentence.
  explanation jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, work_item_id) references work_items (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id)
);
create index routing_decisions_item on routing_decisions (workspace_id, work_item_id, at desc);

create table mailboxes (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- Lower-case; the same address never serves two workspaces.
  address text not null unique,
  name text not null,
  primary key (workspace_id, id)
);

-- Incoming mail as it came. The sender is told 250 once the row is committed.
create table mail_intake (
  workspace_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  envelope_from text not null,
  envelope_to text not null,
  -- Emptied once the mail has become a message; kept while it waits or is in quarantine.
  raw bytea,
  size_bytes integer not null,
  state text not null check (state in ('received', 'processed', 'quarantined', 'ignored')),
  error text,
  message_id uuid,
  received_at timestamptz not null,
  processed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete set null (message_id)
);
create index mail_intake_message on mail_intake (workspace_id, message_id) where message_id is not null;
create index mail_intake_state on mail_intake (workspace_id, state, received_at);

create table outbound_mails (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid,
  -- The message it carries; null for mail that is no message, e.g. invitations.
  message_id uuid,
  mail_from text not null,
  reply_to text,
  mail_to text not null,
  subject text not null,
  text_body text not null,
  html_body text,
  headers jsonb not null default '{}',
  mail_message_id text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'not_configured', 'bounced')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
create index outbound_mails_ticket on outbound_mails (workspace_id, ticket_id);
create index outbound_mails_message on outbound_mails (workspace_id, message_id);
create index outbound_mails_state on outbound_mails (workspace_id, state, created_at desc);
create unique index outbound_mails_mid on outbound_mails (workspace_id, mail_message_id);

call protect_workspace_table('queues');
call protect_workspace_table('queue_groups');
call protect_workspace_table('work_items');
call protect_workspace_table('offers');
call protect_workspace_table('routing_decisions');
call protect_workspace_table('mailboxes');
call protect_workspace_table('mail_intake');
call protect_workspace_table('outbound_mails');
