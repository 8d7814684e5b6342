-- one row per entity, fiscal period, view and stage (as breakdown) that a deal entered
create or replace table kpi_stage as
with
monthly as (
  select
    entity_type,
    entity_id,
    view,
    periods_of(month_start, quarter_start, year_start) as periods,
    'stage: ' || stage as breakdown,
    count(*) as entered_count,
    count(*) filter (where is_advanced) as advanced_count,
    count(*) filter (where is_undecided) as undecided_count
  from kpi_stage_visit_entity
  where month_start is not null
  group by all
),
dated as (
  select * exclude (periods), unnest(periods, max_depth := 2)
  from monthly
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    breakdown,
    sum(entered_count)::bigint as entered_count,
    sum(advanced_count)::bigint as advanced_count,
    sum(undecided_count)::bigint as undecided_count
  from dated
  group by all
)
select
  * replace (unnest(views_of(view)) as view),
  undecided_count * 20 > entered_count as is_open_cohort
from summed
