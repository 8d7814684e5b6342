-- one row per quota of zero
insert into finding
select
  'zero_target', 'warn', 'quota', entity_type || ' ' || entity_id, source_file_id, source_line,
  'a target of zero has no attainment; left blank'
from quota
where quota_cents = 0
