-- The post-case assistant: its policy, where it stands in each case, and a record of every turn.

-- Every policy that was saved; the newest is in force.
create table assistant_policies (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  version integer not null,
  policy jsonb not null,
  note text not null default '',
  -- Null: Segue itself.
  member_id uuid,
  saved_at timestamptz not null,
  primary key (workspace_id, version),
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);

-- While the assistant looks at a ticket no queue takes it; until when at most.
alter table tickets add column assistant_until timestamptz;
alter table work_items drop constraint work_items_held_reason_check;
alter table work_items add constraint work_items_held_reason_check
  check (held_reason in ('session_ended', 'awaiting_customer', 'on_hold', 'assistant'));

create table assistant_cases (
  workspace_id uuid not null,
  ticket_id uuid not null,
  state text not null check (state in ('acting', 'waiting', 'approval', 'handed_over', 'resolved')),
  -- Place of the last message of the customer that was dealt with.
  handled_seq integer not null default 0,
  turns integer not null default 0,
  question_rounds integer not null default 0,
  -- [{"id", "text", "options", "answer"}], oldest first; without an answer they are open.
  asked jsonb not null default '[]',
  -- When silence counts as solved, and whether it was reminded of.
  waits_until timestamptz,
  reminded_at timestamptz,
  outcome text check (outcome in ('confirmed', 'assumed', 'reopened')),
  -- What it was before the customer came back.
  outcome_before text check (outcome_before in ('confirmed', 'assumed')),
  outcome_at timestamptz,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index assistant_cases_waiting on assistant_cases (workspace_id, waits_until) where waits_until is not null;

create table assistant_decisions (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  turn integer not null,
  at timestamptz not null,
  autonomy text not null check (autonomy in ('off', 'shadow', 'draft', 'auto')),
  path text not null check (path in ('answer', 'ask', 'hand_over', 'close', 'remind', 'assume', 'skip')),
  reason text not null,
  detail text not null default '',
  state text not null check (state in ('done', 'shadow', 'draft', 'draft_used', 'draft_dismissed', 'waiting',
    'rejected', 'expired', 'taken_over', 'overtaken')),
  category text,
  -- What it took for the question, at most 4,000 characters.
  question text not null default '',
  confidence real,
  threshold real,
  policy_version integer not null,
  -- Gates, passages, signals, sentences, violations, questions, writer, latency: as the contract has them.
  record jsonb not null,
  -- What was sent or would have been, and as HTML.
  text text not null default '',
  html text,
  message_id uuid,
  cost_micros bigint not null default 0,
  decided_by uuid,
  decided_at timestamptz,
  -- Likeness of the answer an agent gave instead.
  likeness real,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete set null (message_id),
  foreign key (workspace_id, decided_by) references members (workspace_id, id) on delete set null (decided_by)
);
create index assistant_decisions_ticket on assistant_decisions (workspace_id, ticket_id, id);
create index assistant_decisions_at on assistant_decisions (workspace_id, at desc);

-- Which version of which article stands in which answer.
create table assistant_citations (
  workspace_id uuid not null,
  decision_id uuid not null,
  article_id uuid not null,
  version integer not null,
  primary key (workspace_id, decision_id, article_id),
  foreign key (workspace_id, decision_id) references assistant_decisions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);
create index assistant_citations_article on assistant_citations (workspace_id, article_id, version);

-- Acts that wait for a person.
create table approvals (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  decision_id uuid not null,
  state text not null check (state in ('waiting', 'approved', 'rejected', 'expired', 'taken_over')),
  asked_at timestamptz not null,
  deadline_at timestamptz not null,
  decide_role text not null check (decide_role in ('agent', 'supervisor', 'admin')),
  four_eyes boolean not null,
  -- The text as a person changed it.
  edited text,
  first_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  primary key (workspace_id, id),
  unique (workspace_id, decision_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decision_id) references assistant_decisions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, first_by) references members (workspace_id, id) on delete set null (first_by),
  foreign key (workspace_id, decided_by) references members (workspace_id, id) on delete set null (decided_by)
);
create index approvals_open on approvals (workspace_id, deadline_at) where state = 'waiting';

-- Questions that no article answered, gathered by what they ask.
create table knowledge_gaps (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  title text not null,
  state text not null check (state in ('open', 'drafted', 'dismissed')),
  article_id uuid,
  nearest_article_id uuid,
  nearest_score real not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete set null (article_id),
  foreign key (workspace_id, nearest_article_id) references articles (workspace_id, id) on delete set null (nearest_article_id)
);
create table knowledge_gap_cases (
  workspace_id uuid not null,
  gap_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, gap_id) references knowledge_gaps (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index knowledge_gap_cases_gap on knowledge_gap_cases (workspace_id, gap_id, at desc);

-- Changes of the policy that measured outcomes speak for; a person decides.
create table assistant_proposals (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  category text,
  -- {"field", "from", "to"} and what is expected of both: {"coverage", "precision", "cases"}.
  change jsonb not null,
  expected jsonb not null,
  state text not null check (state in ('open', 'accepted', 'dismissed', 'outdated')),
  made_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, decided_by) references members (workspace_id, id) on delete set null (decided_by)
);

call protect_workspace_table('assistant_policies');
call protect_workspace_table('assistant_cases');
call protect_workspace_table('assistant_decisions');
call protect_workspace_table('assistant_citations');
call protect_workspace_table('approvals');
call protect_workspace_table('knowledge_gaps');
call protect_workspace_table('knowledge_gap_cases');
call protect_workspace_table('assistant_proposals');
