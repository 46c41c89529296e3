-- When teams work: hours in a zone of their own, with every version that counted.

create table schedules (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- Zone, week, holidays, exceptions; see contracts/schedules.ts.
  hours jsonb not null,
  version integer not null default 1,
  -- What rules and policies take when none is named.
  is_default boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create unique index schedules_one_default on schedules (workspace_id) where is_default;

-- What the hours were: a clock that ran by version 3 can still be explained.
create table schedule_versions (
  workspace_id uuid not null,
  schedule_id uuid not null,
  version integer not null,
  name text not null,
  hours jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, schedule_id, version),
  foreign key (workspace_id, schedule_id) references schedules (workspace_id, id) on delete cascade
);

call protect_workspace_table('schedules');
call protect_workspace_table('schedule_versions');

-- Workspaces that were there before get the hours a new one starts with.
insert into schedules (workspace_id, id, name, hours, is_default)
select id, gen_random_uuid(), 'Business hours', '{
  "timeZone": "UTC",
  "week": {
    "mon": [{"from": "09:00", "to": "17:00"}], "tue": [{"from": "09:00", "to": "17:00"}],
    "wed": [{"from": "09:00", "to": "17:00"}], "thu": [{"from": "09:00", "to": "17:00"}],
    "fri": [{"from": "09:00", "to": "17:00"}], "sat": [], "sun": []
  },
  "holidays": [],
  "exceptions": []
}', true
from workspaces;
insert into schedule_versions (workspace_id, schedule_id, version, name, hours, created_at)
select workspace_id, id, version, name, hours, now() from schedules;
