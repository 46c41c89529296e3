-- A search within 50 ms over 200,000 messages, and messages that do not pay for it.

-- Words as they stand are only looked up by their beginning, so they carry no places: half the size. Phrases
-- are looked for by stems, which have their places. A variable, because SQL would take the text apart twice.
create or replace function search_vector(body text) returns tsvector
  language plpgsql immutable parallel safe as $$
declare
  plain text := search_plain(body);
begin
  return strip(to_tsvector('public.search_words', plain)) || to_tsvector('public.search_stems', plain);
end $$;

-- One term of a query: its words next to each other. By its beginning: the last word may be unfinished, and
-- then stands anywhere in the ticket while the words before it stand together.
create or replace function search_term(term text, prefix boolean) returns tsquery
  language plpgsql immutable parallel safe as $$
declare
  plain text := btrim(search_plain(term));
  whole tsquery := phraseto_tsquery('public.search_stems', plain);
  before tsquery;
  last tsquery;
begin
  if numnode(whole) = 0 then return null; end if;
  if not prefix then return whole; end if;
  if plain ~ '\s' then before := phraseto_tsquery('public.search_stems', regexp_replace(plain, '\S+$', '')); end if;
  last := plainto_tsquery('public.search_words', substring(plain from '\S+$'));
  if numnode(last) = 0 then return whole; end if;
  last := (last::text || ':*')::tsquery;
  return case when numnode(before) > 0 then before && last else last end || whole;
end $$;

-- What was said is stored once: the index of all words is over an expression. Not compressed: packing and
-- unpacking cost more than all else that is done with it (0.20 ms a change, 0.03 without).
truncate ticket_search;
drop index if exists ticket_search_words;
alter table ticket_search drop column words;
-- The last message that is in it.
alter table ticket_search add column said_seq integer not null default 0;
alter table ticket_search alter column said set storage external;
-- Background jobs write here, so a short list of pending words costs nobody and keeps reading quick.
create index ticket_search_all on ticket_search using gin ((head || said)) with (gin_pending_list_limit = 512);
alter index ticket_search_head set (gin_pending_list_limit = 512);
alter table ticket_search set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- Messages that are not in the search yet. One row each, never one a conversation: a mark that is there
-- already might just be going away in another transaction.
create table search_pending (
  workspace_id uuid not null,
  message_id uuid not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
call protect_workspace_table('search_pending');

create or replace function index_message() returns trigger
  language plpgsql as $$
begin
  insert into search_pending (workspace_id, message_id) values (new.workspace_id, new.id);
  return null;
end $$;

create or replace function index_tickets(ws uuid, wanted uuid[]) returns void
  language sql as $$
  insert into ticket_search (workspace_id, ticket_id, head_text, head, said, said_seq)
  select t.workspace_id, t.id, lower(h.text), search_vector(h.text), coalesce(search_vector(s.text), ''), coalesce(s.seq, 0)
  from tickets t, lateral (select concat_ws(' ', t.number::text, t.subject, t.category,
      customer_text(t.workspace_id, t.customer_id),
      (select string_agg(n.name, ' ') from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id)) as text) h,
    lateral (select left(string_agg(left(m.body, 20000), ' ' order by m.seq), 200000) as text, max(m.seq) as seq
      from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id) s
  where t.workspace_id = ws and t.id = any (wanted)
  order by t.id
  on conflict (workspace_id, ticket_id)
    do update set head_text = excluded.head_text, head = excluded.head
    where ticket_search.head_text <> excluded.head_text;
$$;

-- Adds what was said since to one ticket. Beyond 50,000 different words, or the megabyte of a tsvector, the
-- rest is not indexed.
create function index_said(ws uuid, ticket uuid) returns void
  language plpgsql as $$
declare
  known integer;
begin
  -- Locked before reading on: whoever was here first has moved the place.
  select said_seq into known from ticket_search
    where workspace_id = ws and ticket_id = ticket and length(said) < 50000 for update;
  update ticket_search s set said = s.said || search_vector(left(fresh.text, 200000)), said_seq = fresh.seq
  from (select string_agg(left(m.body, 20000), ' ' order by m.seq) as text, max(m.seq) as seq
    from tickets t join messages m on m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
    where t.workspace_id = ws and t.id = ticket and m.seq > known) fresh
  where s.workspace_id = ws and s.ticket_id = ticket and fresh.seq is not null;
exception when program_limit_exceeded then
  return;
end $$;

-- Puts the oldest pending messages of the workspace that is set into the search; tells how many there were.
create function index_pending(most integer) returns integer
  language plpgsql as $$
declare
  ws uuid := current_workspace_id();
  taken uuid[];
  ticket uuid;
begin
  with chosen as (
    select p.message_id from search_pending p where p.workspace_id = ws
    order by p.message_id limit most for update skip locked),
  gone as (
    delete from search_pending p using chosen c
    where p.workspace_id = ws and p.message_id = c.message_id returning p.message_id)
  select coalesce(array_agg(message_id), '{}') into taken from gone;
  for ticket in
    select distinct t.id from messages m
    join tickets t on t.workspace_id = m.workspace_id and t.conversation_id = m.conversation_id
    where m.workspace_id = ws and m.id = any (taken) order by t.id
  loop
    perform index_said(ws, ticket);
  end loop;
  return cardinality(taken);
end $$;

-- What matches, newest first: tickets in which every part of a query stands, each in the head or in what was
-- said. First the newest tickets are looked at: what stands in many is among them (2 ms instead of 40). Then
-- the index of words is asked. It knows no places: a phrase is looked for as its words, and the tickets with
-- all of them are read from the newest on until enough have the phrase (30 ms instead of 500 where both words
-- are common). A part is compared with head and said apart: joining them first takes three times as long.
create function search_newest(parts tsquery[], most integer, heads boolean) returns uuid[]
  language plpgsql stable set search_path = public set enable_indexscan = on set enable_seqscan = on as $$
declare
  ws uuid := current_workspace_id();
  looked constant integer := 500;
  read constant integer := 500;
  known text := case when heads then 'head' else '(head || said)' end;
  stands text := case when heads then 'head @@ $2[%1$s]' else '(head @@ $2[%1$s] or said @@ $2[%1$s])' end;
  every text;
  phrases text;
  loose tsquery;
  candidates uuid[];
  part uuid[];
  found uuid[];
begin
  select string_agg(format(stands, n), ' and ' order by n),
      string_agg(format(stands, n), ' and ' order by n) filter (where one::text ~ '<(-|\d+)>'),
      string_agg(format('(%s)', regexp_replace(one::text, '<(-|\d+)>', '&', 'g')), ' & ')::tsquery
    into every, phrases, loose from unnest(parts) with ordinality as x (one, n);
  if every is null then return '{}'; end if;
  execute format('select array(select ticket_id from
    (select * from ticket_search where workspace_id = $1 order by ticket_id desc limit %s) x
    where %s order by ticket_id desc limit $3)', looked, every) into found using ws, parts, most;
  if cardinality(found) >= most then return found; end if;
  perform set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true);
  execute format('select array(select ticket_id from ticket_search where workspace_id = $1 and %s @@ $2
    order by ticket_id desc limit $3)', known) into candidates
    using ws, loose, case when phrases is null then most end;
  if phrases is null then return candidates; end if;
  found := '{}';
  for place in 0 .. cardinality(candidates) / read loop
    -- Offset: these are read by their ids, not looked up by their words once more.
    execute format('select array(select ticket_id from
      (select * from ticket_search where workspace_id = $1 and ticket_id = any ($3) offset 0) x
      where %s order by ticket_id desc)', phrases) into part
      using ws, parts, candidates[place * read + 1 : (place + 1) * read];
    found := found || part;
    exit when cardinality(found) >= most;
  end loop;
  return found[1:most];
end $$;

-- They run as the owner, see 0009: under row-level security PostgreSQL may use no index for @@.
drop function search_every_ticket(tsquery, integer), search_tickets(tsquery, integer),
  search_ticket_heads(tsquery, integer);
create function search_ticket_heads(parts tsquery[], most integer) returns table (ticket_id uuid)
  language sql stable security definer rows 100 set search_path = public
begin atomic
  select unnest(search_newest(parts, most, true));
end;
create function search_tickets(parts tsquery[], most integer) returns table (ticket_id uuid)
  language sql stable security definer rows 500 set search_path = public
begin atomic
  select unnest(search_newest(parts, most, false));
end;
revoke all on function search_newest(tsquery[], integer, boolean), search_ticket_heads(tsquery[], integer),
  search_tickets(tsquery[], integer) from public;
grant execute on function search_ticket_heads(tsquery[], integer), search_tickets(tsquery[], integer) to segue_app;

-- The parts of a query, one a term; what cannot be looked for is left out.
create function search_parts(terms text[], prefixes boolean[]) returns tsquery[]
  language sql immutable parallel safe
  return array(select p from (select search_term(t, b) as p, n
    from unnest(terms, prefixes) with ordinality as x (t, b, n) offset 0) y where p is not null order by n);

-- What is there already.
do $$
declare one record;
begin
  for one in select workspace_id, array_agg(id) as tickets from tickets group by 1 loop
    perform index_tickets(one.workspace_id, one.tickets);
  end loop;
  update customer_search set words = search_vector(plain_text);
end $$;
