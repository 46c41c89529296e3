-- Calls of agents while they run and after: who is on one gets nothing else.

create table calls (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  agent_id uuid not null,
  customer_id uuid,
  -- What was typed of somebody who is not known yet; nothing of it is kept once the call is over.
  caller jsonb,
  -- What it is about; of a call without a ticket the one that its note opened.
  ticket_id uuid,
  -- What it takes of its agent, by the capacity rule as it was at the start.
  units integer not null check (units > 0),
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('noted', 'not_noted', 'left', 'too_long')),
  primary key (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, customer_id) references customers (workspace_id, id) on delete set null (customer_id),
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete set null (ticket_id),
  check ((ended_at is null) = (end_reason is null)),
  check (ended_at is null or caller is null)
);
call protect_workspace_table('calls');
create unique index calls_running on calls (workspace_id, agent_id) where ended_at is null;
create index calls_agent on calls (workspace_id, agent_id, started_at desc);
create index calls_customer on calls (workspace_id, customer_id) where customer_id is not null;
create index calls_ticket on calls (workspace_id, ticket_id) where ticket_id is not null;
