-- Silence, the rule or cause of an end, linked follow-up tickets, and the pace of a backlog.

alter table sessions
  -- The rule that ended it; rules may be deleted, the record of what they did stays.
  add column ended_by_rule uuid,
  add column ended_cause text check (ended_cause in ('customer_deleted', 'channel_closed')),
  add column inactive_reason text check (inactive_reason in ('no_answer', 'offline')),
  add column inactive_since timestamptz,
  -- Steps of silence taken since the customer's last word, and when the last of them was.
  add column reminders_sent integer not null default 0,
  add column last_step_at timestamptz,
  -- When the last browser of the customer went away; null while one is there.
  add column customer_left_at timestamptz,
  add check ((state = 'inactive') = (inactive_since is not null and inactive_reason is not null));

-- A follow-up ticket of its own continues one ended session, and a session is continued once.
alter table tickets
  add column followup_of uuid,
  add foreign key (workspace_id, followup_of) references sessions (workspace_id, id)
    on delete set null (followup_of),
  add unique (workspace_id, followup_of);

alter table queues
  -- How the rest of a chat of this queue goes on after its end.
  add column followup_mode text not null default 'same_ticket'
    check (followup_mode in ('same_ticket', 'linked_ticket'));

-- What each agent was given within the last minute.
create index routing_decisions_given on routing_decisions (workspace_id, at) where agent_id is not null;
