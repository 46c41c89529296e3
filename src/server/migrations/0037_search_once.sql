-- A mail of somebody new wrote the head of its ticket four times: with the ticket, with its category, and at the
-- commit once for the customer and once for the address. Words are taken apart only where the text is another one,
-- and each ticket by itself: for an array of unknown length PostgreSQL planned the whole statement anew each time.
create or replace function index_tickets(ws uuid, wanted uuid[]) returns void
  language plpgsql as $$
declare
  ticket uuid;
  fresh record;
  known text;
  heads tsvector;
begin
  for ticket in select distinct id from unnest(wanted) id order by id loop
    select t.conversation_id, concat_ws(' ', t.number::text, t.subject, t.category,
        customer_text(t.workspace_id, t.customer_id),
        (select string_agg(n.name, ' ') from ticket_tags tt join tags n on n.workspace_id = tt.workspace_id and n.id = tt.tag_id
          where tt.workspace_id = t.workspace_id and tt.ticket_id = t.id)) as text
      into fresh from tickets t where t.workspace_id = ws and t.id = ticket;
    continue when not found;
    select head_text into known from ticket_search where workspace_id = ws and ticket_id = ticket;
    continue when found and known = lower(fresh.text);
    heads := search_vector(fresh.text);
    if known is null then
      perform index_new_ticket(ws, ticket, fresh.conversation_id, lower(fresh.text), heads);
    else
      update ticket_search s set head_text = lower(fresh.text), head = heads,
        pairs = search_union(s.pairs, search_pairs(heads))
      where s.workspace_id = ws and s.ticket_id = ticket;
    end if;
  end loop;
end $$;

-- The row of a ticket that has none, with all that was said so far.
create function index_new_ticket(ws uuid, ticket uuid, conversation uuid, plain text, heads tsvector) returns void
  language plpgsql as $$
declare
  so_far record;
  words tsvector;
begin
  select left(string_agg(left(m.body, 20000), ' ' order by m.seq), 200000) as text, max(m.seq) as seq into so_far
    from messages m where m.workspace_id = ws and m.conversation_id = conversation;
  words := coalesce(search_vector(so_far.text), '');
  insert into ticket_search (workspace_id, ticket_id, head_text, head, said, said_seq, pairs)
  values (ws, ticket, plain, heads, words, coalesce(so_far.seq, 0), search_union(search_pairs(heads), search_pairs(words)))
  on conflict (workspace_id, ticket_id)
    do update set head_text = excluded.head_text, head = excluded.head,
      pairs = search_union(ticket_search.pairs, excluded.pairs);
end $$;

create or replace function index_customer(ws uuid, customer uuid) returns void
  language sql as $$
  insert into customer_search (workspace_id, customer_id, plain_text, words)
  select ws, customer, lower(x.text), search_vector(x.text)
  from (select customer_text(ws, customer) as text) x
  where exists (select from customers c where c.workspace_id = ws and c.id = customer and c.deleted_at is null)
    and not exists (select from customer_search k
      where k.workspace_id = ws and k.customer_id = customer and k.plain_text = lower(x.text))
  on conflict (workspace_id, customer_id)
    do update set plain_text = excluded.plain_text, words = excluded.words;
$$;
