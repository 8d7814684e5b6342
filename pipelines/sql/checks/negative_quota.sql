-- one row per quota below zero
insert into finding
select
  'negative_amount', 'warn', 'quota', entity_type || ' ' || entity_id, source_file_id, source_line,
  'quota below zero; kept as written'
from quota
where quota_cents < 0
