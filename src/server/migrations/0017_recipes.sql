-- Recipes that were put in, with what each made, so that it can be taken out again.

create table recipe_installs (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  recipe text not null,
  made jsonb not null,
  member_id uuid,
  installed_at timestamptz not null,
  primary key (workspace_id, recipe),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);
call protect_workspace_table('recipe_installs');
