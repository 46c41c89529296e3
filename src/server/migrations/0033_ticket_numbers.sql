-- A row that counts lets tickets be made only one after the other: each transaction holds it until its end.
-- Sequences wait for nobody; a transaction that fails leaves a gap.
create schema ticket_numbers;

create function begin_ticket_numbers() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('create sequence ticket_numbers.%I', new.id);
  return null;
end $$;
create trigger begin_ticket_numbers after insert on workspaces
  for each row execute function begin_ticket_numbers();

create function end_ticket_numbers() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('drop sequence ticket_numbers.%I', old.id);
  return null;
end $$;
create trigger end_ticket_numbers after delete on workspaces
  for each row execute function end_ticket_numbers();

-- The next number of the workspace that is set.
create function next_ticket_number() returns bigint
  language sql volatile security definer set search_path = pg_catalog as $$
  select nextval(format('ticket_numbers.%I', public.current_workspace_id())::regclass)
$$;
grant execute on function next_ticket_number() to segue_app;

do $$
declare
  one record;
begin
  for one in select id, last_ticket_number as last from workspaces loop
    execute format('create sequence ticket_numbers.%I start %s', one.id, one.last + 1);
  end loop;
end $$;

alter table workspaces drop column last_ticket_number;
