-- Phrases are looked for by their pairs of neighbouring words. The index of words knows no places: four words
-- that stand in most tickets, and together in one, were looked for by reading every ticket (114 ms for 25,000
-- tickets). Few tickets have the same pairs, so an index of those names nearly only what is wanted.

-- The pairs of words that stand next to each other, as numbers of 16 bits: several pairs share a number, so whoever
-- finds by them compares the phrase itself. Pairs as words would be told apart, and fill 232 MB instead of 25 for
-- 200,000 messages, as nearly each of them stands in one ticket only.
create function search_pairs(places tsvector) returns integer[]
  language sql immutable parallel safe
  return (
    with word as materialized (select lexeme, place from unnest(places) x, unnest(x.positions) place)
    select coalesce(array_agg(distinct ('x' || left(md5(one.lexeme || ' ' || next.lexeme), 4))::bit(16)::integer), '{}')
    from word one join word next on next.place = one.place + 1);

-- What tickets have to have of some terms: the pairs of their words, the unfinished last one left out. Null
-- when no two words have to stand together.
create function search_pairs_of(terms text[], prefixes boolean[]) returns integer[]
  language sql immutable parallel safe
  return (select array_agg(pair)
    from unnest(terms, prefixes) as x (term, prefix),
      unnest(search_pairs(to_tsvector('public.search_stems', search_plain(
        case when prefix then regexp_replace(btrim(search_plain(term)), '\S+$', '') else term end)))) as pair);

create function search_union(one integer[], other integer[]) returns integer[]
  language sql immutable parallel safe
  return array(select distinct unnest(one || other));

alter table ticket_search add column pairs integer[] not null default '{}';
alter table ticket_search alter column pairs set storage external;
update ticket_search set pairs = search_union(search_pairs(head), search_pairs(said));
create index ticket_search_pairs on ticket_search using gin (pairs) with (gin_pending_list_limit = 512);

-- What was said is taken apart for new rows only: the others have it already.
create or replace function index_tickets(ws uuid, wanted uuid[]) returns void
  language sql as $$
  insert into ticket_search (workspace_id, ticket_id, head_text, head, said, said_seq, pairs)
  select t.workspace_id, t.id, lower(h.text), v.head, v.said, coalesce(s.seq, 0),
    search_union(search_pairs(v.head), search_pairs(v.said))
  from tickets t, lateral (select concat_ws(' ', t.number::text, t.subject, t.category,
      customer_text(t.workspace_id, t.customer_id),
      (select string_agg(n.name, ' ') from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
        where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id)) as text) h,
    lateral (select left(string_agg(left(m.body, 20000), ' ' order by m.seq), 200000) as text, max(m.seq) as seq
      from messages m where m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
        and not exists (select from ticket_search k where k.workspace_id = ws and k.ticket_id = t.id)) s,
    lateral (select search_vector(h.text) as head, coalesce(search_vector(s.text), '') as said offset 0) v
  where t.workspace_id = ws and t.id = any (wanted)
  order by t.id
  on conflict (workspace_id, ticket_id)
    do update set head_text = excluded.head_text, head = excluded.head,
      pairs = search_union(ticket_search.pairs, excluded.pairs)
    where ticket_search.head_text <> excluded.head_text;
$$;

-- Adds what was said since to one ticket. Beyond 50,000 different words, or the megabyte of a tsvector, the
-- rest is not indexed.
create or replace function index_said(ws uuid, ticket uuid) returns void
  language plpgsql as $$
declare
  known integer;
  fresh record;
  added tsvector;
begin
  -- Locked before reading on: whoever was here first has moved the place.
  select said_seq into known from ticket_search
    where workspace_id = ws and ticket_id = ticket and length(said) < 50000 for update;
  select string_agg(left(m.body, 20000), ' ' order by m.seq) as text, max(m.seq) as seq into fresh
    from tickets t join messages m on m.workspace_id = t.workspace_id and m.conversation_id = t.conversation_id
    where t.workspace_id = ws and t.id = ticket and m.seq > known;
  if fresh.seq is null then return; end if;
  added := search_vector(left(fresh.text, 200000));
  update ticket_search s set said = s.said || added, said_seq = fresh.seq,
    pairs = search_union(s.pairs, search_pairs(added))
  where s.workspace_id = ws and s.ticket_id = ticket;
exception when program_limit_exceeded then
  return;
end $$;

drop function search_tickets(tsquery[], integer, integer), search_ticket_heads(tsquery[], integer),
  search_newest(tsquery[], integer, integer, boolean);

-- What matches, newest first: tickets in which every part of a query stands, each in the head or in what was
-- said. First the newest tickets are looked at: what stands in many is among them (2 ms instead of 40). Then
-- the indexes are asked: that of pairs for words that have to stand together, that of words for the others.
-- Neither knows places: where there is a phrase, the tickets they name are read from the newest on until enough
-- have it. A part is compared with head and said apart: joining them first takes three times as long.
create function search_newest(parts tsquery[], together integer[], most integer, heads boolean) returns uuid[]
  language plpgsql stable set search_path = public set enable_indexscan = on set enable_seqscan = on as $$
declare
  ws uuid := current_workspace_id();
  looked constant integer := 500;
  read constant integer := 200;
  phrase constant text := '<(-|\d+)>';
  stands text := case when heads then 'head @@ $2[%1$s]' else '(head @@ $2[%1$s] or said @@ $2[%1$s])' end;
  named text := concat_ws(' and ', 'workspace_id = $1', case when together is not null then 'pairs @> $3' end);
  every text;
  loose tsquery;
  exact boolean;
  candidates uuid[];
  part uuid[];
  found uuid[];
begin
  -- A finished phrase is named by its pairs, so its words need not be looked up besides.
  select string_agg(format(stands, n), ' and ' order by n), not bool_or(one::text ~ phrase),
      string_agg(format('(%s)', regexp_replace(one::text, phrase, '&', 'g')), ' & ')
        filter (where together is null or one::text !~ phrase or one::text ~ ':\*')::tsquery
    into every, exact, loose from unnest(parts) with ordinality as x (one, n);
  if every is null then return '{}'; end if;
  execute format('select array(select ticket_id from
    (select * from ticket_search where workspace_id = $1 order by ticket_id desc limit %s) x
    where %s order by ticket_id desc limit $3)', looked, every) into found using ws, parts, most;
  if cardinality(found) >= most then return found; end if;

  if loose is not null then
    named := named || case when heads then ' and head @@ $2' else ' and (head || said) @@ $2' end;
  end if;
  perform set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true);
  execute format('select array(select ticket_id from ticket_search where %s order by ticket_id desc limit $4)', named)
    into candidates using ws, loose, together, case when exact then most end;
  if exact then return candidates; end if;
  found := '{}';
  for place in 0 .. cardinality(candidates) / read loop
    -- Offset: these are read by their ids, not looked up by their words once more.
    execute format('select array(select ticket_id from
      (select * from ticket_search where workspace_id = $1 and ticket_id = any ($3) offset 0) x
      where %s order by ticket_id desc)', every) into part
      using ws, parts, candidates[place * read + 1 : (place + 1) * read];
    found := found || part;
    exit when cardinality(found) >= most;
  end loop;
  return found[1:most];
end $$;

-- They run as the owner, see 0009: under row-level security PostgreSQL may use no index for @@. Heads are short,
-- and the index of their words is enough for phrases in them.
create function search_ticket_heads(parts tsquery[], most integer) returns table (ticket_id uuid)
  language sql stable security definer rows 100 set search_path = public
begin atomic
  select unnest(search_newest(parts, null, most, true));
end;
create function search_tickets(parts tsquery[], together integer[], most integer) returns table (ticket_id uuid)
  language sql stable security definer rows 500 set search_path = public
begin atomic
  select unnest(search_newest(parts, together, most, false));
end;
revoke all on function search_newest(tsquery[], integer[], integer, boolean), search_ticket_heads(tsquery[], integer),
  search_tickets(tsquery[], integer[], integer) from public;
grant execute on function search_ticket_heads(tsquery[], integer), search_tickets(tsquery[], integer[], integer)
  to segue_app;
