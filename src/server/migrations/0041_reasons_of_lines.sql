-- Why a line of waiting work waits, as the last plan saw it: true for each piece of it, also behind the head that plans
-- look at, and with the figures of now. A row for each kind of work, not for each piece.

create table line_reasons (
  workspace_id uuid not null,
  queue_id uuid not null,
  channel_class text not null,
  priority_rank integer not null,
  needs_key text not null,
  reason text not null,
  primary key (workspace_id, queue_id, channel_class, priority_rank, needs_key),
  foreign key (workspace_id, queue_id) references queues (workspace_id, id) on delete cascade
);
call protect_workspace_table('line_reasons');
