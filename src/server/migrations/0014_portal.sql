-- The portal: forms with fields by category, and sign-in by a mailed link.

alter table categories
  -- What customers would write about it, one each: the category model learns from them.
  add column examples text[] not null default '{}',
  -- What to ask on the form: [{"key", "label", "kind", "required", "options"}].
  add column fields jsonb not null default '[]';

alter table tickets
  -- Answers to the fields of the category, by key.
  add column fields jsonb not null default '{}';

-- Which workspace a public address belongs to, before any is known.
create function workspace_of_slug(wanted text) returns uuid
  language sql stable security definer set search_path = public
  return (select id from workspaces where slug = wanted);
revoke all on function workspace_of_slug(text) from public;
grant execute on function workspace_of_slug(text) to segue_app;

-- Mailed links that were used: each lets somebody in once.
create table portal_sign_ins (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  used_at timestamptz not null,
  primary key (workspace_id, id)
);
call protect_workspace_table('portal_sign_ins');
