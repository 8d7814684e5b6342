-- one row per stage of an export that the company file doesn't name
select staged.source, staged.stage, min_by(input_file.path, (staged.file_id, staged.line)) as path,
  min_by(staged.line, (staged.file_id, staged.line)) as line, count(*) as rows
from {{opportunity}} as staged
join input_file using (file_id)
where staged.reject_reason is null
  and staged.stage not in (
    select written from stage_alias where stage_alias.source = staged.source
  )
group by staged.source, staged.stage
order by staged.source, staged.stage
