-- What supervisors read about people being called: hand-overs of the bot and promises at risk or broken.
create index ticket_events_escalations on ticket_events (workspace_id, at desc)
  where type in ('handover.requested', 'bot.failed', 'sla.at_risk', 'sla.breached');
