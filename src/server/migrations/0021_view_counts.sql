-- Chats that go on: the counts of the views look for them among solved tickets too.
create index sessions_live on sessions (workspace_id, conversation_id) where state <> 'ended';
