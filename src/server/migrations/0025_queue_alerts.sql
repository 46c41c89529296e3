-- Thresholds of alerts that a queue has of its own; what it does not name is that of the workspace, null does
-- not watch.
create table queue_thresholds (
  workspace_id uuid not null,
  queue_id uuid not null,
  thresholds jsonb not null,
  primary key (workspace_id, queue_id),
  foreign key (workspace_id, queue_id) references queues (workspace_id, id) on delete cascade
);

call protect_workspace_table('queue_thresholds');
