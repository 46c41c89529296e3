-- Conversations, sessions, tickets, messages and what is kept about them.

create table conversations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('messaging', 'email', 'portal', 'phone', 'api')),
  -- The conversation this one continues, when its session had ended.
  previous_id uuid,
  last_seq integer not null default 0,
  version integer not null default 0,
  seen_by_agent_seq integer not null default 0,
  seen_by_customer_seq integer not null default 0,
  -- For lists: the last public message, kept by the statement that numbers messages.
  last_author_kind text,
  last_preview text,
  last_message_at timestamptz,
  -- When the customer's oldest word that no person has answered came; null when all are.
  awaiting_since timestamptz,
  -- State of the bot's questions; null when there is no bot in it.
  bot jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id),
  foreign key (workspace_id, previous_id) references conversations (workspace_id, id)
);
create index conversations_customer on conversations (workspace_id, customer_id, created_at desc);

create index conversations_previous on conversations (workspace_id, previous_id) where previous_id is not null;

create table sessions (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  state text not null check (state in ('active', 'inactive', 'ended')),
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text check (ended_reason in ('agent', 'customer', 'trigger', 'inactivity', 'system')),
  ended_by_kind text,
  ended_by_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  check ((state = 'ended') = (ended_at is not null and ended_reason is not null))
);

create table tickets (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  version integer not null default 1,
  conversation_id uuid not null,
  customer_id uuid not null,
  subject text not null,
  status text not null check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  priority text not null check (priority in ('urgent', 'high', 'normal', 'low')),
  category text,
  channel text not null check (channel in ('messaging', 'email', 'portal', 'phone', 'api')),
  routing_channel text not null check (routing_channel in ('messaging', 'email')),
  group_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  unique (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id),
  foreign key (workspace_id, group_id) references groups (workspace_id, id)
);
create index tickets_status on tickets (workspace_id, status, updated_at desc);
create index tickets_customer on tickets (workspace_id, customer_id, created_at desc);

create table ticket_events (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  type text not null,
  actor_kind text not null,
  actor_id uuid,
  data jsonb not null default '{}',
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index ticket_events_ticket on ticket_events (workspace_id, ticket_id, id);

create table tags (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table ticket_tags (
  workspace_id uuid not null,
  ticket_id uuid not null,
  tag_id uuid not null,
  primary key (workspace_id, ticket_id, tag_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, tag_id) references tags (workspace_id, id) on delete cascade
);
create index ticket_tags_tag on ticket_tags (workspace_id, tag_id);

create table messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  seq integer not null,
  client_id text,
  channel text not null check (channel in ('messaging', 'email', 'note')),
  author_kind text not null check (author_kind in ('customer', 'agent', 'assistant', 'trigger', 'system')),
  author_id uuid,
  body text not null,
  html text,
  quoted text,
  remote_images integer not null default 0,
  -- What the bot asks for, and how the customer answered other than by text.
  prompt jsonb,
  -- Message-ID of mail, ours or theirs, at most 500 characters.
  mail_message_id text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id, seq),
  unique (workspace_id, conversation_id, client_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index messages_mail on messages (workspace_id, mail_message_id) where mail_message_id is not null;

create table attachments (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- Null between upload and sending.
  message_id uuid,
  -- Who uploaded it: a visitor or a member; only they may send it.
  uploader text not null,
  name text not null,
  type text not null,
  size_bytes integer not null,
  content_id text,
  -- Unguessable part of the address.
  token text not null,
  content bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
create index attachments_message on attachments (workspace_id, message_id);

create table drafts (
  workspace_id uuid not null,
  ticket_id uuid not null,
  member_id uuid not null,
  channel text not null,
  body text not null,
  html text,
  updated_at timestamptz not null,
  primary key (workspace_id, ticket_id, member_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);

create table briefs (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  version integer not null,
  brief jsonb not null,
  written_by text not null check (written_by in ('assistant', 'agent')),
  member_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, ticket_id, version),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

-- What people changed in a brief: the training data of later models.
create table corrections (
  workspace_id uuid not null,
  id uuid not null,
  brief_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  member_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, brief_id) references briefs (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

call protect_workspace_table('conversations');
call protect_workspace_table('sessions');
call protect_workspace_table('tickets');
call protect_workspace_table('ticket_events');
call protect_workspace_table('tags');
call protect_workspace_table('ticket_tags');
call protect_workspace_table('messages');
call protect_workspace_table('attachments');
call protect_workspace_table('drafts');
call protect_workspace_table('briefs');
call protect_workspace_table('corrections');
