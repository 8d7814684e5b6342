-- one row per opportunity whose credit is shared: where that is written, the plan file before the CRM
create or replace table split_row as
with written as (
  select opportunity_id, file_id, line, 1 as place
  from {{credit_split}}
  where reject_reason is null
  union all
  select opportunity_id, file_id, line, 2
  from {{opportunity_split}}
  where reject_reason is null
)
select opportunity_id, file_id as source_file_id, line as source_line
from written
qualify row_number() over (
  partition by opportunity_id order by place, file_id desc, line desc
) = 1
