-- one row per deal or lead behind a figure: its part of the numerator and of the denominator, and its export row
with told as (
  select opportunity_id as row_id, name, rep_id, source_file_id, source_line
  from opportunity
  union all
  select lead_id, null, rep_id, source_file_id, source_line
  from lead
),
part as (
  select
    trace_part.*,
    start_of($period, month_start, quarter_start, year_start) as period_start,
    null as no_part
  from trace_part
)
select
  part.row_id as id,
  told.name,
  rep.name as owner,
  part.dated,
  part.state,
  part.{{numerator}} as {{numerator}},
  part.{{denominator}} as {{denominator}},
  source_file.path as file,
  told.source_line as line
from part
left join told on told.row_id = part.row_id
left join rep on rep.rep_id = told.rep_id
left join source_file on source_file.file_id = told.source_file_id
where part.entity_type = $entity_type
  and part.entity_id = $entity_id
  and list_contains(views_of(part.view), $view)
  and part.period_start = $period_start::date
  and coalesce(part.{{numerator}}, part.{{denominator}}) is not null
order by part.dated, part.row_id, part.state
