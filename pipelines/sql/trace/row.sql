-- one row per row behind a figure: its part of the numerator and of the denominator, and its export row
with figure as (
  select coalesce(list(breakdown) filter (breakdown is not null), []) as told_apart
  from kpi
  where metric = $metric
    and entity_type = $entity_type
    and entity_id = $entity_id
    and period = $period
    and period_start = $period_start::date
    and view = $view
),
part as (
  select
    trace_part.*,
    start_of($period, month_start, quarter_start, year_start) as period_start,
    null as no_part,
    null::varchar[] as no_breakdowns
  from trace_part
),
asked as (
  select
    part.*,
    list_sort(list_intersect(part.{{breakdowns}}, figure.told_apart)) as breakdown,
    $breakdown::varchar is null
      or coalesce(list_contains(part.{{breakdowns}}, $breakdown::varchar), false) as is_above,
    -- of a share, the rows of every breakdown stand below
    is_above or $is_share as is_below
  from part
  cross join figure
  where part.entity_type = $entity_type
    and part.entity_id = $entity_id
    and list_contains(views_of(part.view), $view)
    and part.period_start = $period_start::date
)
select
  asked.row_id as id,
  trace_told.name,
  rep.name as owner,
  asked.dated,
  asked.state,
  asked.breakdown,
  case when is_above then asked.{{numerator}} end as {{numerator}},
  case when is_below then asked.{{denominator}} end as {{denominator}},
  source_file.path as file,
  trace_told.source_line as line
from asked
left join trace_told on trace_told.row_id = asked.row_id
left join rep on rep.rep_id = trace_told.rep_id
left join source_file on source_file.file_id = trace_told.source_file_id
where is_below
  -- what counts without a value is listed with a blank
  and coalesce(asked.{{numerator}}, asked.{{denominator}}, asked.{{count}}) is not null
order by asked.dated, asked.row_id, asked.state
