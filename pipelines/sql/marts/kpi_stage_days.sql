-- one row per entity, fiscal period, view and stage (as breakdown) that a deal left
create or replace temp view kpi_stage_days_part as
with
dated as (
  select
    *,
    start_of(period, month_start, quarter_start, year_start) as period_start
  from kpi_stage_stay_entity
  cross join grains()
  where month_start is not null and in_part(entity_id)
),
counted as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    'stage: ' || stage as breakdown,
    count(*) as stay_count,
    sum(stay_days)::bigint as stay_days,
    quantile_cont(stay_days, [0.25, 0.5, 0.75]) as stay_days_quartiles
  from dated
  group by all
)
select * replace (unnest(views_of(view)) as view)
from counted
