-- When somebody last touched a desk of an agent; null: not known since their desks were opened.
alter table presences add column active_at timestamptz;
