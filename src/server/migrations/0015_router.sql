-- What the router needs to know of work and people: skills with levels, when somebody began, how often work
-- was moved, shifts; handling times as they are learned; reasons stored compactly.

alter table work_items
  -- [{"skill": id, "level": 1 to 5, "optional": boolean}]
  add column needs jsonb not null default '[]',
  -- When its holder began: saw it, wrote in it. Null: it lies there unbegun.
  add column started_at timestamptz,
  -- Times the router took it from somebody and gave it to somebody else.
  add column moves integer not null default 0;
update work_items w set needs = (
  select jsonb_agg(jsonb_build_object('skill', s, 'level', 1, 'optional', false)) from unnest(w.required_skills) s)
where cardinality(required_skills) > 0;
alter table work_items drop column required_skills;
create index work_items_eligible on work_items (workspace_id, eligible_at);

alter table agents
  -- Hours this agent works in, for the end of the shift; null: not known.
  add column shift_schedule_id uuid,
  add foreign key (workspace_id, shift_schedule_id) references schedules (workspace_id, id)
    on delete set null (shift_schedule_id),
  -- Chats since they came to the desk; what fairness compares.
  add column desk_since timestamptz,
  add column desk_chats integer not null default 0;
create index agents_shift on agents (workspace_id, shift_schedule_id) where shift_schedule_id is not null;

create index offers_agent on offers (workspace_id, agent_id, offered_at desc);
create index routing_decisions_at on routing_decisions (workspace_id, at);

-- A stretch of work from the beginning to the end, what handling times are learned from.
create table work_stretches (
  workspace_id uuid not null,
  id uuid not null,
  work_item_id uuid not null,
  agent_id uuid not null,
  channel_class text not null check (channel_class in ('messaging', 'email')),
  category text,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, work_item_id) references work_items (workspace_id, id) on delete cascade,
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index work_stretches_item on work_stretches (workspace_id, work_item_id);
create index work_stretches_agent on work_stretches (workspace_id, agent_id);
create index work_stretches_ended on work_stretches (workspace_id, ended_at desc);
call protect_workspace_table('work_stretches');

-- Learned: minutes of a class of work, of a category, and the factor of an agent.
create table handling_times (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  channel_class text not null check (channel_class in ('messaging', 'email')),
  -- Of all work of the class when both are null.
  category text,
  agent_id uuid,
  -- Mean minutes of a class or category; for an agent a factor on them.
  value real not null,
  -- Sigma of the lognormal.
  spread real not null,
  samples integer not null,
  learned_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade
);
create index handling_times_agent on handling_times (workspace_id, agent_id) where agent_id is not null;
call protect_workspace_table('handling_times');

-- Reasons without names and keys: {"s": sentence, "k": parts of the score, "c": [[agent, reason, spare, idle, value]]}.
update routing_decisions set explanation = jsonb_build_object(
  's', explanation -> 'sentence',
  'c', coalesce((
    select jsonb_agg(jsonb_build_array(c -> 'agentId', c -> 'excluded', c -> 'spare', c -> 'idleSeconds', null))
    from jsonb_array_elements(explanation -> 'candidates') c), '[]'));
