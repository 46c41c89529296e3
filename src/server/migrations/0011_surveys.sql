-- Surveys: how satisfied a customer was, asked once for a chat and once for a ticket.

create table surveys (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('session', 'ticket')),
  state text not null check (state in ('due', 'sent', 'answered')),
  -- Where it is asked; frozen with the words, so that a change of the settings changes no open survey.
  in_widget boolean not null,
  by_mail boolean not null,
  scale text not null check (scale in ('stars', 'thumbs')),
  question text not null,
  tag_choices text[] not null,
  revote_minutes integer not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  expires_at timestamptz not null,
  -- From 1 to 5; thumbs are 1 and 5.
  score integer check (score between 1 and 5),
  comment text not null default '',
  tags text[] not null default '{}',
  answered_at timestamptz,
  answered_by text check (answered_by in ('widget', 'mail')),
  primary key (workspace_id, id),
  unique (workspace_id, ticket_id, kind),
  check ((state = 'answered') = (score is not null)),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete cascade
);
create index surveys_customer on surveys (workspace_id, customer_id, answered_at desc);
create index surveys_answered on surveys (workspace_id, answered_at desc) where answered_at is not null;

-- Who had a part in what is rated, as it was when the survey was made: a later change of owner takes
-- nobody's credit and gives nobody blame.
create table survey_credits (
  workspace_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  participant text not null check (participant in ('bot', 'assistant', 'agent')),
  member_id uuid,
  -- Messages to the customer; an agent who only had the work has none.
  messages integer not null,
  owned boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, survey_id) references surveys (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create index survey_credits_survey on survey_credits (workspace_id, survey_id);
create index survey_credits_member on survey_credits (workspace_id, member_id);

call protect_workspace_table('surveys');
call protect_workspace_table('survey_credits');
