-- Saved views, bulk changes with what they replaced, and the search.

create table ticket_views (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  -- Whose it is; null when the whole workspace shares it.
  member_id uuid,
  name text not null,
  filter jsonb not null,
  sort jsonb not null,
  columns jsonb not null,
  layout text not null check (layout in ('list', 'table')),
  position integer not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create unique index ticket_views_name on ticket_views
  (workspace_id, coalesce(member_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));

create table bulks (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  member_id uuid not null,
  act jsonb not null,
  undone_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade,
  foreign key (workspace_id, undone_by) references members (workspace_id, id) on delete cascade
);

-- One row a ticket: what became of it, and the values that were replaced, for undo.
create table bulk_items (
  workspace_id uuid not null,
  bulk_id uuid not null,
  ticket_id uuid not null,
  position integer not null,
  state text not null default 'pending'
    check (state in ('pending', 'done', 'unchanged', 'skipped', 'undone', 'kept')),
  reason text,
  -- Only the fields that changed, as they were and as they became.
  before jsonb,
  after jsonb,
  primary key (workspace_id, bulk_id, ticket_id),
  foreign key (workspace_id, bulk_id) references bulks (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index bulk_items_state on bulk_items (workspace_id, bulk_id, state, position);

call protect_workspace_table('ticket_views');
call protect_workspace_table('bulks');
call protect_workspace_table('bulk_items');

create index tickets_updated on tickets (workspace_id, updated_at desc, id desc);

-- Search. A server may lack the contrib modules or the right to add them: then accents count and
-- misspellings find nothing, and all else works.
do $$
begin
  create extension if not exists unaccent;
exception when others then
  raise notice 'search without unaccent: %', sqlerrm;
end $$;
do $$
begin
  create extension if not exists pg_trgm;
exception when others then
  raise notice 'search without pg_trgm: %', sqlerrm;
end $$;

-- Words as they stand, for every language; and English stems beside them, which do no harm to other
-- languages because a query is stemmed the same way. No stop words: "out of order" is findable.
create text search dictionary search_stem (template = snowball, language = english);
create text search configuration search_words (copy = simple);
create text search configuration search_stems (copy = simple);
do $$
begin
  if exists (select from pg_extension where extname = 'unaccent') then
    alter text search configuration search_words
      alter mapping for asciiword, word, numword, asciihword, hword, numhword,
        hword_asciipart, hword_part, hword_numpart with unaccent, simple;
    alter text search configuration search_stems
      alter mapping for asciiword, word, numword, asciihword, hword, numhword,
        hword_asciipart, hword_part, hword_numpart with unaccent, search_stem;
  else
    alter text search configuration search_stems
      alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with search_stem;
  end if;
end $$;

-- Addresses, links and compounds are taken apart, so that each part of them is found by its beginning.
create function search_plain(body text) returns text
  language sql immutable parallel safe
  return translate(body, '@.-_+/:;,=&?#%~''’<>"()[]{}|\!$*^`', '                                 ');

create function search_vector(body text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('public.search_words', search_plain(body))
    || to_tsvector('public.search_stems', search_plain(body));

-- One term of a query: its words next to each other, the last by its beginning when asked for.
-- Null when nothing of it can be looked for.
create function search_term(term text, prefix boolean) returns tsquery
  language sql immutable parallel safe
  return (select case
      when numnode(w) = 0 then null
      when prefix then (w::text || ':*')::tsquery || s
      else w || s end
    from (select phraseto_tsquery('public.search_words', search_plain(term)) as w,
      phraseto_tsquery('public.search_stems', search_plain(term)) as s) q);

-- All terms of a query; what cannot be looked for is left out. Null when nothing is left.
create function search_query(terms text[], prefixes boolean[]) returns tsquery
  language plpgsql immutable parallel safe as $$
declare
  whole tsquery;
  one tsquery;
begin
  for i in 1 .. coalesce(array_length(terms, 1), 0) loop
    one := search_term(terms[i], prefixes[i]);
    if one is not null then whole := case when whole is null then one else whole && one end; end if;
  end loop;
  return whole;
end $$;

-- One row a ticket: who and what about (head), all that was said, notes included (said).
create table ticket_search (
  workspace_id uuid not null,
  ticket_id uuid not null,
  head_text text not null,
  head tsvector not null,
  said tsvector not null,
  words tsvector generated always as (head || said) stored,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index ticket_search_head on ticket_search using gin (head);
create index ticket_search_words on ticket_search using gin (words);

create table customer_search (
  workspace_id uuid not null,
  customer_id uuid not null,
  plain_text text not null,
  words tsvector not null,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete cascade
);
create index customer_search_words on customer_search using gin (words);

call protect_workspace_table('ticket_search');
call protect_workspace_table('customer_search');

do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index ticket_search_head_text on ticket_search using gin (head_text gin_trgm_ops);
    create index customer_search_plain_text on customer_search using gin (plain_text gin_trgm_ops);
  end if;
end $$;

create function customer_text(ws uuid, customer uuid) returns text
  language sql stable parallel safe
  return (select concat_ws(' ', c.name, c.phone, regexp_replace(c.phone, '\D', '', 'g'),
      (select string_agg(i.value, ' ') from customer_identities i
        where i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = 'email'))
    from customers c where c.workspace_id = ws and c.id = customer);

-- Writes the head of some tickets anew; those without a row get one, with all that was said so far.
create function index_tickets(ws uuid, wanted uuid[]) returns void
  language sql as $$
  insert into ticket_search (workspace_id, ticket_id, head_text, head, said)
  select t.workspace_id, t.id, lower(h.text), search_vector(h.text), coalesce(search_vector(
      (select left(string_agg(left(m.body, 20000), ' ' order by m.seq), 200000) from messages m
        where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id)), '')
  from tickets t, lateral (select concat_ws(' ', t.number::text, t.subject, t.category,
      customer_text(t.workspace_id, t.customer_id),
      (select string_agg(n.name, ' ') from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id)) as text) h
  where t.workspace_id = ws and t.id = any (wanted)
  order by t.id
  on conflict (workspace_id, ticket_id)
    do update set head_text = excluded.head_text, head = excluded.head
    where ticket_search.head_text <> excluded.head_text;
$$;

create function index_customer(ws uuid, customer uuid) returns void
  language sql as $$
  insert into customer_search (workspace_id, customer_id, plain_text, words)
  select ws, customer, lower(x.text), search_vector(x.text)
  from (select customer_text(ws, customer) as text) x
  where exists (select from customers c where c.workspace_id = ws and c.id = customer)
  on conflict (workspace_id, customer_id)
    do update set plain_text = excluded.plain_text, words = excluded.words
    where customer_search.plain_text <> excluded.plain_text;
$$;

-- A message is added to what was said. Writers of a conversation take turns (its row is locked), so this
-- waits for nobody. Beyond 50,000 different words, or the megabyte of a tsvector, the rest is not indexed.
create function index_message() returns trigger
  language plpgsql as $$
begin
  update ticket_search s set said = s.said || search_vector(left(new.body, 20000))
  from tickets t
  where t.workspace_id = new.workspace_id and t.conversation_id = new.conversation_id
    and s.workspace_id = t.workspace_id and s.ticket_id = t.id and length(s.said) < 50000;
  return null;
exception when program_limit_exceeded then
  return null;
end $$;
create trigger search_message after insert on messages for each row execute function index_message();

create function index_edited_message() returns trigger
  language plpgsql as $$
begin
  delete from ticket_search s using tickets t
  where t.workspace_id = new.workspace_id and t.conversation_id = new.conversation_id
    and s.workspace_id = t.workspace_id and s.ticket_id = t.id;
  perform index_tickets(new.workspace_id, array(select id from tickets t
    where t.workspace_id = new.workspace_id and t.conversation_id = new.conversation_id));
  return null;
end $$;
create trigger search_edited_message after update of body on messages for each row
  when (old.body is distinct from new.body) execute function index_edited_message();

create function index_ticket() returns trigger
  language plpgsql as $$
begin
  perform index_tickets(new.workspace_id, array[new.id]);
  return null;
end $$;
create trigger search_new_ticket after insert on tickets for each row execute function index_ticket();
create trigger search_ticket after update of subject, category, customer_id on tickets for each row
  when (old.subject is distinct from new.subject or old.category is distinct from new.category
    or old.customer_id is distinct from new.customer_id)
  execute function index_ticket();

create function index_tagged() returns trigger
  language plpgsql as $$
declare one record;
begin
  for one in select workspace_id, array_agg(distinct ticket_id) as tickets from changed group by 1 loop
    perform index_tickets(one.workspace_id, one.tickets);
  end loop;
  return null;
end $$;
create trigger search_tagged after insert on ticket_tags referencing new table as changed
  for each statement execute function index_tagged();
create trigger search_untagged after delete on ticket_tags referencing old table as changed
  for each statement execute function index_tagged();

-- Names of tags and customers stand in many tickets. These run when the transaction commits, so that rows
-- of the search are locked after everything else and nothing waits in a circle.
create function index_renamed_tag() returns trigger
  language plpgsql as $$
begin
  perform index_tickets(new.workspace_id, array(select ticket_id from ticket_tags
    where workspace_id = new.workspace_id and tag_id = new.id));
  return null;
end $$;
create constraint trigger search_renamed_tag after update of name on tags deferrable initially deferred
  for each row when (old.name is distinct from new.name) execute function index_renamed_tag();

create function index_customer_of(ws uuid, customer uuid) returns void
  language plpgsql as $$
begin
  perform index_customer(ws, customer);
  perform index_tickets(ws, array(select id from tickets t where t.workspace_id = ws and t.customer_id = customer));
end $$;
create function index_changed_customer() returns trigger
  language plpgsql as $$
begin
  perform index_customer_of(new.workspace_id, new.id);
  return null;
end $$;
create constraint trigger search_new_customer after insert on customers deferrable initially deferred
  for each row execute function index_changed_customer();
create constraint trigger search_customer after update of name, phone on customers deferrable initially deferred
  for each row when (old.name is distinct from new.name or old.phone is distinct from new.phone)
  execute function index_changed_customer();

create function index_changed_identity() returns trigger
  language plpgsql as $$
declare one record := coalesce(new, old);
begin
  if one.kind = 'email' then perform index_customer_of(one.workspace_id, one.customer_id); end if;
  return null;
end $$;
create constraint trigger search_identity after insert or delete on customer_identities
  deferrable initially deferred for each row execute function index_changed_identity();

-- What matches. They run as the owner: under row-level security PostgreSQL may use no index for @@ and <%,
-- which are not leakproof, and would read every row of the workspace. They look into the workspace that is
-- set and give ids only, newest first; whoever calls reads the rest under the policies. Index scans are off
-- because walking the primary key backwards is a bad bet for rare words.
create function search_ticket_heads(wanted tsquery, most integer) returns table (ticket_id uuid)
  language sql stable security definer set search_path = public set enable_indexscan = off set enable_seqscan = off
begin atomic
  select s.ticket_id from ticket_search s
  where s.workspace_id = current_workspace_id() and s.head @@ wanted
  order by s.ticket_id desc limit most;
end;

create function search_tickets(wanted tsquery, most integer) returns table (ticket_id uuid)
  language sql stable security definer set search_path = public set enable_indexscan = off set enable_seqscan = off
begin atomic
  select s.ticket_id from ticket_search s
  where s.workspace_id = current_workspace_id() and s.words @@ wanted
  order by s.ticket_id desc limit most;
end;

create function search_customers(wanted tsquery, most integer) returns table (customer_id uuid)
  language sql stable security definer set search_path = public set enable_indexscan = off set enable_seqscan = off
begin atomic
  select s.customer_id from customer_search s
  where s.workspace_id = current_workspace_id() and s.words @@ wanted
  order by s.customer_id desc limit most;
end;

-- Texts in which a word like the wanted one stands, best first: what a misspelling may have meant.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create function search_similar(wanted text, most integer) returns table (similar_text text)
      language sql stable security definer set search_path = public
      set enable_indexscan = off set enable_seqscan = off set pg_trgm.word_similarity_threshold = 0.35
    begin atomic
      select x.t from (
        (select s.head_text as t from ticket_search s
          where s.workspace_id = current_workspace_id() and wanted <% s.head_text
          order by word_similarity(wanted, s.head_text) desc limit most)
        union all
        (select s.plain_text from customer_search s
          where s.workspace_id = current_workspace_id() and wanted <% s.plain_text
          order by word_similarity(wanted, s.plain_text) desc limit most)) x;
    end;
  else
    create function search_similar(wanted text, most integer) returns table (similar_text text)
      language sql stable return (select null::text where false);
  end if;
end $$;

revoke all on function search_ticket_heads(tsquery, integer), search_tickets(tsquery, integer),
  search_customers(tsquery, integer), search_similar(text, integer) from public;
grant execute on function search_ticket_heads(tsquery, integer), search_tickets(tsquery, integer),
  search_customers(tsquery, integer), search_similar(text, integer) to segue_app;

-- What is there already.
do $$
declare one record;
begin
  for one in select workspace_id, array_agg(id) as tickets from tickets group by 1 loop
    perform index_tickets(one.workspace_id, one.tickets);
  end loop;
  insert into customer_search (workspace_id, customer_id, plain_text, words)
  select c.workspace_id, c.id, lower(x.text), search_vector(x.text)
  from customers c, lateral (select customer_text(c.workspace_id, c.id) as text) x;
end $$;
