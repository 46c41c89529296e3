-- What Segue makes of a ticket by itself, and the category models of workspaces.

-- Every model that was trained, with what it learned from; the newest is in use.
create table category_models (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  version integer not null,
  -- The model as bytes; only of the newest.
  packed bytea,
  -- {"categories": [{"name", "description"}], "examples": [{"text", "category"}]}; only of the newest.
  lesson jsonb,
  -- Of the lesson that was tried; the same lesson is not trained twice.
  digest text not null,
  categories integer not null,
  examples integer not null,
  -- Share of the examples held back that were right; null where none were.
  accuracy real,
  -- Whether it is the first, better than the one before (challenger), or that one kept (champion).
  verdict text not null check (verdict in ('first', 'challenger', 'champion')),
  -- What both were judged on.
  cases integer,
  champion_share real,
  challenger_share real,
  trained_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, version)
);

-- What was read out of a ticket: risks, the wish for a person, a guess of its category.
create table ticket_signals (
  workspace_id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('risk', 'person_wish', 'category')),
  -- The topic of a risk, the name of a category, else empty.
  topic text not null,
  score real not null,
  -- Where it says so: [{"message", "start", "end", "text"}].
  evidence jsonb not null,
  found_at timestamptz not null,
  primary key (workspace_id, ticket_id, kind, topic),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);

call protect_workspace_table('category_models');
call protect_workspace_table('ticket_signals');
