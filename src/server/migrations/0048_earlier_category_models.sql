-- The category models in use before are kept, to go back to: a training may be an earlier one taken up again.

alter table category_models add column restores integer;
alter table category_models drop constraint category_models_verdict_check;
alter table category_models add constraint category_models_verdict_check
  check (verdict in ('first', 'challenger', 'champion', 'proposed', 'declined', 'restored'));
