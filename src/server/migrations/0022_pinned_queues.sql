-- A rule may put a ticket into a queue whatever the conditions of queues say, until somebody gives it to a group.
alter table tickets
  add column pinned_queue_id uuid,
  add foreign key (workspace_id, pinned_queue_id) references queues (workspace_id, id)
    on delete set null (pinned_queue_id);
create index tickets_pinned_queue on tickets (workspace_id, pinned_queue_id) where pinned_queue_id is not null;
