-- one row per entity, fiscal year of creation, view and age (as breakdown) that the year's deals have reached
create or replace table kpi_win_curve as
select
  entity_type,
  entity_id,
  unnest(['as_was', 'as_is']) as view,
  'year' as period,
  cohort_start as period_start,
  'within: ' || age_days // 7 || ' weeks' as breakdown,
  won_rate,
  count_deals
from win_curve
where cohort_start is not null and entity_type <> 'source' and age_days in (91, 182, 364)
