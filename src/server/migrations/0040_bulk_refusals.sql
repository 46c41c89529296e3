-- Why a bulk left a ticket alone, as a code: what was refused for want of room can be asked for again by override.

alter table bulk_items add column code text;
