-- The knowledge base: sections, articles with every version of their text, imports.

create table kb_sections (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  position integer not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table articles (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  section_id uuid,
  -- As in the newest version, for lists.
  title text not null,
  -- ISO 639-1 code.
  language text not null,
  product text,
  visibility text not null check (visibility in ('public', 'internal')),
  status text not null check (status in ('draft', 'published', 'archived')),
  owner_id uuid,
  -- Only between these instants is it shown and answered from.
  effective_from timestamptz,
  effective_until timestamptz,
  review_on date,
  last_version integer not null,
  -- The version that is shown and answered from; null while it never was published.
  published_version integer,
  -- What an import knows it by, so that importing again updates it.
  external_id text,
  source_url text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, section_id) references kb_sections (workspace_id, id)
    on delete set null (section_id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id) on delete set null (owner_id),
  check (status <> 'published' or published_version is not null)
);
create unique index articles_external on articles (workspace_id, external_id) where external_id is not null;
create index articles_list on articles (workspace_id, status, updated_at desc, id);

create table article_versions (
  workspace_id uuid not null,
  article_id uuid not null,
  version integer not null,
  title text not null,
  -- Markdown.
  body text not null,
  member_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, article_id, version),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);

create table kb_imports (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('files', 'jsonl', 'urls', 'help_centre')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  dry_run boolean not null,
  -- What was sent: file content, or a list of addresses.
  content bytea,
  options jsonb not null default '{}',
  total integer not null default 0,
  -- One line for each thing: {name, outcome, reason}.
  report jsonb not null default '[]',
  error text,
  member_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);

-- Words that mean the same to customers; retrieval looks for all of a set.
create table kb_synonyms (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  words text[] not null,
  primary key (workspace_id, id)
);

call protect_workspace_table('kb_sections');
call protect_workspace_table('articles');
call protect_workspace_table('article_versions');
call protect_workspace_table('kb_imports');
call protect_workspace_table('kb_synonyms');
