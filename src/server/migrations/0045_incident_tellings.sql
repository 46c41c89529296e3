-- What the customers of an incident were told at once, and which tickets it went to.

create table incident_tellings (
  workspace_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  body text not null,
  -- What the tickets are set to afterwards; null: they stay as they are.
  status text check (status in ('pending', 'on_hold', 'solved')),
  member_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index incident_tellings_incident on incident_tellings (workspace_id, incident_id, at desc);
create index incident_tellings_member on incident_tellings (workspace_id, member_id);

create table incident_told (
  workspace_id uuid not null,
  telling_id uuid not null,
  ticket_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'told', 'unreached')),
  primary key (workspace_id, telling_id, ticket_id),
  foreign key (workspace_id, telling_id) references incident_tellings (workspace_id, id)
    on delete cascade,
  foreign key (workspace_id, ticket_id) references tickets (workspace_id, id) on delete cascade
);
create index incident_told_ticket on incident_told (workspace_id, ticket_id);

call protect_workspace_table('incident_tellings');
call protect_workspace_table('incident_told');
