-- Keys with which other programs open tickets.

create table api_keys (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- SHA-256 of the key, which is shown once and kept nowhere.
  hash bytea not null unique,
  -- Its first letters, by which people tell keys apart.
  start text not null,
  created_by uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references members (workspace_id, id) on delete set null (created_by)
);
call protect_workspace_table('api_keys');

-- Whose key it is, before any workspace is known; nothing for one that was revoked.
create function api_key_of_hash(wanted bytea) returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = public
  begin atomic
    select k.workspace_id, k.id from api_keys k where k.hash = wanted and k.revoked_at is null;
  end;
revoke all on function api_key_of_hash(bytea) from public;
grant execute on function api_key_of_hash(bytea) to segue_app;
