-- How work is shared out, as admins set it: skills of a kind, capacity by group and weight, statuses of
-- the workspace's own, and queues with ladders.

alter table skills
  add column kind text not null default 'topic' check (kind in ('language', 'product', 'topic', 'other'));
-- The language skills that come with a workspace.
update skills set kind = 'language'
where name in ('english', 'german', 'french', 'spanish', 'italian', 'dutch', 'portuguese');

alter table capacity_rules
  add column call_units integer not null default 1 check (call_units between 1 and 100),
  add column call_ceiling integer not null default 1 check (call_ceiling between 0 and 500),
  -- The budget then counts only live work when a chat is given.
  add column chat_on_top_of_mail boolean not null default false,
  -- Share of its units that assigned work keeps while it waits for the customer.
  add column waiting_share real not null default 0 check (waiting_share between 0 and 1),
  -- Factors on units: {"priorities": {"urgent": 2}, "categories": {"Billing": 1.5}}.
  add column weights jsonb not null default '{"priorities": {}, "categories": {}}';

create unique index capacity_rules_name on capacity_rules (workspace_id, name);

alter table groups
  add column capacity_rule_id uuid,
  add foreign key (workspace_id, capacity_rule_id) references capacity_rules (workspace_id, id)
    on delete set null (capacity_rule_id);

-- Deleting a rule gives its agents back to their group's or the default one.
alter table agents
  drop constraint agents_workspace_id_capacity_rule_id_fkey,
  add foreign key (workspace_id, capacity_rule_id) references capacity_rules (workspace_id, id)
    on delete set null (capacity_rule_id);

create table agent_statuses (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- Classes of work the router may give: messaging, email, call.
  takes text[] not null,
  transfers boolean not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
call protect_workspace_table('agent_statuses');

-- A status of the workspace's own refines the built-in one, which stays the nearest to it.
alter table agents
  add column custom_status_id uuid,
  add foreign key (workspace_id, custom_status_id) references agent_statuses (workspace_id, id)
    on delete set null (custom_status_id);

alter table queues
  add column description text not null default '',
  add column hand_over text not null default 'one_at_a_time' check (hand_over in ('one_at_a_time', 'fill')),
  add column ladder jsonb not null default '[]',
  add column paused boolean not null default false;

alter table queue_groups
  add column is_secondary boolean not null default false;
