-- What the assistant's work taught: facts of cases, words of gaps, judgements, replays and corrections.

alter table knowledge_gaps drop constraint knowledge_gaps_state_check;
alter table knowledge_gaps add constraint knowledge_gaps_state_check
  check (state in ('open', 'drafted', 'closed', 'dismissed'));
alter table knowledge_gaps add column cases integer not null default 0;
alter table knowledge_gaps add column last_at timestamptz;
-- [{"text", "ticketId", "number"}]: where each line of the draft comes from.
alter table knowledge_gaps add column draft_lines jsonb not null default '[]';
create index knowledge_gaps_state on knowledge_gaps (workspace_id, state, cases desc, id);
create index knowledge_gaps_article on knowledge_gaps (workspace_id, article_id) where article_id is not null;

alter table knowledge_gap_cases add column kind text not null default 'unanswered'
  check (kind in ('unanswered', 'not_helped', 'agent_solved'));
-- What was asked, at most 1,000 characters.
alter table knowledge_gap_cases add column question text not null default '';

-- In how many of a gap's cases each word stands; words are numbers, without their endings.
create table knowledge_gap_words (
  workspace_id uuid not null,
  gap_id uuid not null,
  word integer not null,
  cases integer not null,
  primary key (workspace_id, gap_id, word),
  foreign key (workspace_id, gap_id) references knowledge_gaps (workspace_id, id) on delete cascade
);
create index knowledge_gap_words_word on knowledge_gap_words (workspace_id, word) include (gap_id, cases);
-- And in how many cases of all gaps.
create table knowledge_words (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  word integer not null,
  cases integer not null,
  primary key (workspace_id, word)
);

-- What a person says of an answer that was drawn by lot.
create table answer_judgements (
  workspace_id uuid not null,
  decision_id uuid not null,
  verdict text not null check (verdict in ('right', 'partly', 'wrong')),
  note text not null default '',
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, decision_id),
  foreign key (workspace_id, decision_id) references assistant_decisions (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);

-- Each case of the assistant in one narrow row, made from its decisions, its outcome and what people said:
-- what figures and proposals are counted from. It can be made again at any time.
create table learning_cases (
  workspace_id uuid not null,
  ticket_id uuid not null,
  -- The turn that decided: the answer, else the last one.
  decision_id uuid not null,
  -- When the assistant first looked at it.
  at timestamptz not null,
  category text,
  autonomy text not null,
  path text not null check (path in ('answer', 'ask', 'hand_over', 'skip')),
  -- Whether the answer reached the customer.
  sent boolean not null,
  reason text not null,
  confidence real,
  -- From the customer's words to the first words back, where the assistant sent any.
  response_ms integer,
  outcome text check (outcome in ('confirmed', 'assumed', 'reopened')),
  -- Whether the answer was right, and what says so; null while nothing does.
  verdict text check (verdict in ('right', 'wrong')),
  evidence text check (evidence in ('judged', 'not_helped', 'reopened', 'rating', 'confirmed', 'assumed',
    'rejected', 'dismissed', 'used', 'likeness')),
  likeness real,
  cost_micros bigint not null,
  primary key (workspace_id, ticket_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decision_id) references assistant_decisions (workspace_id, id) on delete cascade
);
create index learning_cases_at on learning_cases (workspace_id, at)
  include (category, path, sent, reason, confidence, response_ms, outcome, verdict, evidence, cost_micros);
create index learning_cases_category on learning_cases (workspace_id, category, at);
create index learning_cases_decision on learning_cases (workspace_id, decision_id) include (verdict, at);

-- Past cases asked again, to see what the assistant would have answered.
create table assistant_replays (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  category text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  total integer not null default 0,
  asked_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, asked_by) references members (workspace_id, id) on delete set null (asked_by)
);
create index assistant_replays_category on assistant_replays (workspace_id, category, made_at desc);

create table assistant_replay_cases (
  workspace_id uuid not null,
  replay_id uuid not null,
  ticket_id uuid not null,
  question text not null,
  -- What it would have quoted, and what the agent wrote: at most 2,000 characters each.
  quote text not null,
  agent_answer text not null,
  article_id uuid,
  confidence real not null,
  likeness real not null,
  -- The agent's answer links to the article.
  linked boolean not null,
  verdict text not null check (verdict in ('right', 'wrong')),
  primary key (workspace_id, replay_id, ticket_id),
  foreign key (workspace_id, replay_id) references assistant_replays (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete set null (article_id)
);

-- Customers who were told that an article was wrong.
create table article_corrections (
  workspace_id uuid not null,
  id uuid not null,
  article_id uuid not null,
  version integer not null,
  ticket_id uuid not null,
  text text not null,
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete set null (member_id)
);
create index article_corrections_article on article_corrections (workspace_id, article_id, ticket_id);

call protect_workspace_table('knowledge_gap_words');
call protect_workspace_table('knowledge_words');
call protect_workspace_table('answer_judgements');
call protect_workspace_table('learning_cases');
call protect_workspace_table('assistant_replays');
call protect_workspace_table('assistant_replay_cases');
call protect_workspace_table('article_corrections');
