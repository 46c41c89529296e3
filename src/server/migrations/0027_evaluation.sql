-- Tickets about the same thing, incidents, what a workspace wants to see in tickets, and measuring oneself.

-- The telling words of each ticket, and the group of tickets about the same thing that it belongs to.
create table ticket_likeness (
  workspace_id uuid not null,
  ticket_id uuid not null,
  -- Has no table: a group is the tickets in it.
  group_id uuid not null,
  keys integer[] not null,
  words text[] not null,
  -- When the ticket was opened.
  at timestamptz not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index ticket_likeness_latest on ticket_likeness (workspace_id, at desc);
create index ticket_likeness_group on ticket_likeness (workspace_id, group_id, at desc);

-- A group of tickets that people know the reason of, with what customers are to be told.
create table incidents (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  group_id uuid not null,
  title text not null,
  message text not null,
  article_id uuid,
  state text not null check (state in ('open', 'resolved')),
  marked_by uuid,
  marked_at timestamptz not null,
  resolved_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, group_id),
  foreign key (workspace_id, article_id) references articles (workspace_id, id)
    on delete set null (article_id),
  foreign key (workspace_id, marked_by) references members (workspace_id, id)
    on delete set null (marked_by)
);
create index incidents_article on incidents (workspace_id, article_id) where article_id is not null;
create index incidents_marked_by on incidents (workspace_id, marked_by) where marked_by is not null;

-- How the things are written that agents want to see at once; none: those that come with Segue.
create table entity_patterns (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  position integer not null,
  kind text not null,
  pattern text not null,
  enabled boolean not null,
  primary key (workspace_id, position),
  unique (workspace_id, kind)
);

-- Runs of questions with known answers against the articles, or of tickets against the category model.
create table evaluations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('answers', 'categories')),
  source text not null check (source in ('tickets', 'file')),
  name text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- What the run was made with: thresholds, models, articles.
  settings jsonb not null,
  metrics jsonb,
  error text,
  total integer not null,
  done integer not null,
  started_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, started_by) references members (workspace_id, id)
    on delete set null (started_by)
);
create index evaluations_started_by on evaluations (workspace_id, started_by)
  where started_by is not null;

create table evaluation_items (
  workspace_id uuid not null,
  evaluation_id uuid not null,
  position integer not null,
  -- The same question in two runs has the same key.
  key text not null,
  ticket_id uuid,
  -- Question and what is right, as they were when the run began; prediction null until it was asked.
  given jsonb not null,
  gold jsonb,
  predicted jsonb,
  primary key (workspace_id, evaluation_id, position),
  foreign key (workspace_id, evaluation_id) references evaluations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id)
    on delete set null (ticket_id)
);
create index evaluation_items_ticket on evaluation_items (workspace_id, ticket_id)
  where ticket_id is not null;

-- Words of customers for words of articles, as questions and the answers of agents suggest them.
create table kb_synonym_proposals (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  said text not null,
  meant text not null,
  -- Questions in which it was so: [{"ticketId", "number", "subject"}].
  evidence jsonb not null,
  state text not null check (state in ('open', 'accepted', 'dismissed')),
  proposed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, said, meant)
);

-- A better model is proposed, and takes over when somebody agrees.
alter table category_models drop constraint category_models_verdict_check;
alter table category_models add constraint category_models_verdict_check
  check (verdict in ('first', 'challenger', 'champion', 'proposed', 'declined'));

call protect_workspace_table('ticket_likeness');
call protect_workspace_table('incidents');
call protect_workspace_table('entity_patterns');
call protect_workspace_table('evaluations');
call protect_workspace_table('evaluation_items');
call protect_workspace_table('kb_synonym_proposals');
