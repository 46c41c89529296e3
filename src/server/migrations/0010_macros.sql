-- Macros: texts and acts that agents put into a conversation in one go.

create table macros (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  description text not null default '',
  folder text not null default '',
  -- Whose it is; null when the whole workspace shares it.
  member_id uuid,
  -- Plain text for the chat; html for mail. Variables stand in both as they were written.
  chat_text text not null default '',
  mail_html text not null default '',
  actions jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
-- One shared macro of a name, and one for each member among their own.
create unique index macros_name on macros
  (workspace_id, coalesce(member_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));

-- Who used which macro how often, and when last: the list shows the latest first.
create table macro_uses (
  workspace_id uuid not null,
  macro_id uuid not null,
  member_id uuid not null,
  uses integer not null default 0,
  last_used_at timestamptz not null,
  primary key (workspace_id, macro_id, member_id),
  foreign key (workspace_id, macro_id) references macros (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create index macro_uses_member on macro_uses (workspace_id, member_id);

call protect_workspace_table('macros');
call protect_workspace_table('macro_uses');
