-- Customers who were deleted: what they said and what is known of them goes, the frame of their cases stays.

alter table customers add column deleted_at timestamptz;
-- Set with the words in it taken out; nothing is written into it afterwards.
alter table conversations add column erased_at timestamptz;

-- Who deleted whom and when, and how much there was.
create table customer_deletions (
  workspace_id uuid not null,
  customer_id uuid not null,
  -- Null once the member is gone.
  member_id uuid,
  at timestamptz not null,
  -- How much of each there was: {"tickets": 3, "messages": 40, ...}.
  counts jsonb not null,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);
create index customer_deletions_member on customer_deletions (workspace_id, member_id);
call protect_workspace_table('customer_deletions');

alter table outbound_mails drop constraint outbound_mails_state_check,
  add constraint outbound_mails_state_check
    check (state in ('queued', 'sent', 'failed', 'not_configured', 'bounced', 'cancelled'));

-- What began before a deletion and would be written after it begins anew: SG001 is repeated like a
-- serialization failure, and then finds nobody of that name. The row of the customer is locked as the foreign
-- key would lock it a moment later, so that a deletion that is under way is waited for.
create function refuse_deleted_customer() returns trigger
  language plpgsql as $$
begin
  perform from customers
    where workspace_id = new.workspace_id and id = new.customer_id and deleted_at is null for key share;
  if not found and exists (select from customers where workspace_id = new.workspace_id and id = new.customer_id) then
    raise exception 'the customer was deleted' using errcode = 'SG001';
  end if;
  return new;
end $$;
create trigger of_living_customer before insert on conversations
  for each row execute function refuse_deleted_customer();
create trigger of_living_customer before insert or update of customer_id on customer_identities
  for each row execute function refuse_deleted_customer();

create function refuse_after_deletion() returns trigger
  language plpgsql as $$
begin
  raise exception 'the customer was deleted' using errcode = 'SG001';
end $$;
create trigger unchanged_after_deletion before update on customers
  for each row when (old.deleted_at is not null) execute function refuse_after_deletion();
create trigger unchanged_after_deletion before update on conversations
  for each row when (old.erased_at is not null and new.last_seq > old.last_seq)
  execute function refuse_after_deletion();

-- Deleted customers are not found by search, and words that are taken out are not indexed one by one: whoever
-- takes them out removes the rows of the search first and writes them anew at the end.
create or replace function index_customer(ws uuid, customer uuid) returns void
  language sql as $$
  insert into customer_search (workspace_id, customer_id, plain_text, words)
  select ws, customer, lower(x.text), search_vector(x.text)
  from (select customer_text(ws, customer) as text) x
  where exists (select from customers c where c.workspace_id = ws and c.id = customer and c.deleted_at is null)
  on conflict (workspace_id, customer_id)
    do update set plain_text = excluded.plain_text, words = excluded.words
    where customer_search.plain_text <> excluded.plain_text;
$$;

create or replace function index_edited_message() returns trigger
  language plpgsql as $$
begin
  if exists (select from conversations c where c.workspace_id = new.workspace_id
    and c.id = new.conversation_id and c.erased_at is not null) then return null; end if;
  delete from ticket_search s using tickets t
  where t.workspace_id = new.workspace_id and t.conversation_id = new.conversation_id
    and s.workspace_id = t.workspace_id and s.ticket_id = t.id;
  perform index_tickets(new.workspace_id, array(select id from tickets t
    where t.workspace_id = new.workspace_id and t.conversation_id = new.conversation_id));
  return null;
end $$;
