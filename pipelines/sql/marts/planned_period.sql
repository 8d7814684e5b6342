-- one row per period that a plan names
select
  staged.period_label,
  min_by(input_file.path, (staged.file_id, staged.line)) as path,
  min_by(staged.line, (staged.file_id, staged.line)) as line
from (
  select period_label, file_id, line from {{quota}} where reject_reason is null
  union all
  select period_label, file_id, line from {{budget}} where reject_reason is null
) as staged
join input_file using (file_id)
group by staged.period_label
order by staged.period_label
