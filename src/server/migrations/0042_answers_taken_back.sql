-- An answer whose customer was told that its article was wrong was wrong, whatever they said of it before.

alter table learning_cases drop constraint learning_cases_evidence_check;
alter table learning_cases add constraint learning_cases_evidence_check check (evidence in ('judged', 'corrected',
  'not_helped', 'reopened', 'rating', 'confirmed', 'assumed', 'rejected', 'dismissed', 'used', 'likeness'));
