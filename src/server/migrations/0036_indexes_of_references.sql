-- What grows with the work can be found by what it refers to: without an index the deletion of each person,
-- ticket, message or brief reads whole tables. Most references are empty in most rows, which are left out.
create index work_items_preferred on work_items (workspace_id, preferred_agent_id) where preferred_agent_id is not null;
create index routing_decisions_agent on routing_decisions (workspace_id, agent_id) where agent_id is not null;
create index tickets_group on tickets (workspace_id, group_id) where group_id is not null;
create index bulk_items_ticket on bulk_items (workspace_id, ticket_id);
create index drafts_member on drafts (workspace_id, member_id);
create index briefs_member on briefs (workspace_id, member_id) where member_id is not null;
create index corrections_brief on corrections (workspace_id, brief_id);
create index corrections_member on corrections (workspace_id, member_id);
create index approvals_ticket on approvals (workspace_id, ticket_id);
create index approvals_first_by on approvals (workspace_id, first_by) where first_by is not null;
create index approvals_decided_by on approvals (workspace_id, decided_by) where decided_by is not null;
create index assistant_decisions_message on assistant_decisions (workspace_id, message_id) where message_id is not null;
create index assistant_decisions_decided_by on assistant_decisions (workspace_id, decided_by) where decided_by is not null;
create index answer_judgements_member on answer_judgements (workspace_id, member_id) where member_id is not null;
create index assistant_replay_cases_ticket on assistant_replay_cases (workspace_id, ticket_id);
create index article_corrections_ticket on article_corrections (workspace_id, ticket_id);
create index article_corrections_member on article_corrections (workspace_id, member_id) where member_id is not null;
