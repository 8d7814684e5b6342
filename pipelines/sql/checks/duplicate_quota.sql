-- one row per quota that a plan gives more than once with the same dates
insert into finding
select
  'duplicate_quota', 'warn', 'quota', entity_type || ' ' || entity_id, max(file_id),
  max_by(line, (file_id, line)),
  count(*) || ' rows of ' || measure || ' for ' || period_label || ', recorded '
    || coalesce('on ' || recorded_on, 'on no date') || '; the last one counts'
from {{quota}}
cross join setting
where reject_reason is null and (recorded_on is null or recorded_on <= as_of)
group by entity_type, entity_id, measure, period_label, recorded_on, effective_from
having count(*) > 1
