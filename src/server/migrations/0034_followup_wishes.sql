-- What a rule wishes for the rest of a chat while it still runs; the end obeys it, whoever ends.
alter table sessions add column followup_wish text check (followup_wish in ('same_ticket', 'linked_ticket'));
