-- Phrases of common words. Where every word of a phrase stands in most tickets, the index of words names most of
-- them, and sorting those took longer than reading the newest tickets one after the other. That is done now, 4,000
-- tickets deep, until there are enough: what is shown, once 1,500 have been read.

drop function search_tickets(tsquery[], integer), search_ticket_heads(tsquery[], integer),
  search_newest(tsquery[], integer, boolean);

-- What matches, newest first: tickets in which every part of a query stands, each in the head or in what was
-- said. First the newest tickets are looked at: what stands in many is among them (2 ms instead of 40). Then
-- the index of words is asked. It knows no places: a phrase is looked for as its words, and the tickets with
-- all of them are read from the newest on until enough have the phrase (30 ms instead of 500 where both words
-- are common). Where all words stand in most tickets it is asked only for those beyond the newest 4,000. A part is compared with head and said
-- apart: joining them first takes three times as long.
create function search_newest(parts tsquery[], most integer, enough integer, heads boolean) returns uuid[]
  language plpgsql stable set search_path = public set enable_indexscan = on set enable_seqscan = on as $$
declare
  ws uuid := current_workspace_id();
  looked constant integer := 500;
  read constant integer := 500;
  -- Read for the sake of the ranking; further on, what is shown is enough.
  patient constant integer := 1500;
  -- Read without the index; a phrase of which so few are there is rare, and the index leaves out more than it costs.
  direct constant integer := 4000;
  known text := case when heads then 'head' else '(head || said)' end;
  stands text := case when heads then 'head @@ $2[%1$s]' else '(head @@ $2[%1$s] or said @@ $2[%1$s])' end;
  walk text := 'select coalesce(array_agg(ticket_id order by ticket_id desc) filter (where %s), ''{}''),
      (array_agg(ticket_id order by ticket_id))[1]
    from (select * from ticket_search where workspace_id = $1 and ticket_id < $3 order by ticket_id desc limit %s) x';
  every text;
  phrases text;
  loose tsquery;
  candidates uuid[];
  part uuid[];
  found uuid[];
  last uuid;
  walked integer := looked;
  common boolean := false;
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

  if phrases is not null and not heads then
    select count(*) filter (where head @@ loose or said @@ loose) > looked * 0.4, (array_agg(ticket_id order by ticket_id))[1]
      into common, last from (select * from ticket_search where workspace_id = ws order by ticket_id desc limit looked) x;
  end if;
  if common then
    while last is not null and walked < direct loop
      execute format(walk, phrases, read) into part, last using ws, parts, last;
      found := found || part;
      walked := walked + read;
      if cardinality(found) >= (case when walked < patient then most else enough end) then return found[1:most]; end if;
    end loop;
    if last is null then return found[1:most]; end if;
  end if;

  perform set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true);
  execute format('select array(select ticket_id from ticket_search where workspace_id = $1 and %s @@ $2 and %s
    order by ticket_id desc limit $3)', known, case when common then 'ticket_id < $4' else 'true' end) into candidates
    using ws, loose, case when phrases is null then most end, last;
  if phrases is null then return candidates; end if;
  if not common then found := '{}'; end if;
  for place in 0 .. cardinality(candidates) / read loop
    -- Offset: these are read by their ids, not looked up by their words once more.
    execute format('select array(select ticket_id from
      (select * from ticket_search where workspace_id = $1 and ticket_id = any ($3) offset 0) x
      where %s order by ticket_id desc)', phrases) into part
      using ws, parts, candidates[place * read + 1 : (place + 1) * read];
    found := found || part;
    walked := walked + read;
    exit when cardinality(found) >= case when walked < patient then most else enough end;
  end loop;
  return found[1:most];
end $$;

-- They run as the owner, see 0009: under row-level security PostgreSQL may use no index for @@.
create function search_ticket_heads(parts tsquery[], most integer) returns table (ticket_id uuid)
  language sql stable security definer rows 100 set search_path = public
begin atomic
  select unnest(search_newest(parts, most, most, true));
end;
create function search_tickets(parts tsquery[], most integer, enough integer default null) returns table (ticket_id uuid)
  language sql stable security definer rows 500 set search_path = public
begin atomic
  select unnest(search_newest(parts, most, coalesce(enough, most), false));
end;
revoke all on function search_newest(tsquery[], integer, integer, boolean), search_ticket_heads(tsquery[], integer),
  search_tickets(tsquery[], integer, integer) from public;
grant execute on function search_ticket_heads(tsquery[], integer), search_tickets(tsquery[], integer, integer) to segue_app;
