-- Who was let into the portal stays in while they come back, and not after they have signed out: the cookie
-- alone is not enough.

alter table portal_sign_ins
  add column seen_at timestamptz,
  add column ended_at timestamptz;
update portal_sign_ins set seen_at = used_at;
alter table portal_sign_ins alter column seen_at set not null;
