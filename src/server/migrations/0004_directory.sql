-- The few questions that must be answered before a workspace is known. Each tells one id for one exact
-- key and nothing else; they run as the owner so that row-level security stays closed to everything else.

create function workspace_of_widget_key(key text) returns uuid
  language sql stable security definer set search_path = public
  return (select id from workspaces where widget_key = key);

create function mailbox_of_address(wanted text)
  returns table (workspace_id uuid, mailbox_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select m.workspace_id, m.id from mailboxes m where m.address = lower(wanted);
end;

create function memberships_of_user(wanted text)
  returns table (workspace_id uuid, member_id uuid, workspace_name text)
  language sql stable security definer set search_path = public
begin atomic
  select m.workspace_id, m.id, w.name
  from members m join workspaces w on w.id = m.workspace_id
  where m.user_id = wanted and m.deactivated_at is null
  order by m.created_at, m.workspace_id;
end;

revoke all on function workspace_of_widget_key(text), mailbox_of_address(text),
  memberships_of_user(text) from public;
grant execute on function workspace_of_widget_key(text), mailbox_of_address(text),
  memberships_of_user(text) to segue_app;
grant usage on schema public to segue_app;

-- Addresses of the members of the workspace that is set; the application role cannot read sign-in tables.
create function member_addresses() returns table (member_id uuid, email text)
  language sql stable security definer set search_path = public
begin atomic
  select m.id, u.email from members m join auth."user" u on u.id = m.user_id
  where m.workspace_id = current_workspace_id();
end;
revoke all on function member_addresses() from public;
grant execute on function member_addresses() to segue_app;
