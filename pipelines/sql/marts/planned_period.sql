-- one row per period that a plan names in a row recorded by the as-of
select
  staged.period_label,
  min_by(input_file.path, (staged.file_id, staged.line)) as path,
  min_by(staged.line, (staged.file_id, staged.line)) as line
from (
  select period_label, file_id, line from {{quota}}
  where reject_reason is null and coalesce(recorded_on, date '0001-01-01') <= (select as_of from setting)
  union all
  select period_label, file_id, line from {{budget}}
  where reject_reason is null and coalesce(recorded_on, date '0001-01-01') <= (select as_of from setting)
) as staged
join input_file using (file_id)
group by staged.period_label
order by staged.period_label
