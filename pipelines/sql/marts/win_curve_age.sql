-- one row per entity, cohort (all, fiscal year of creation) and age in days at which a deal was decided or is open
create or replace table win_curve_age as
with
placed as (
  select entity_type, entity_id, happened_on, reached_days, status
  from kpi_deal_created_entity
  where entity_type in ('company', 'region', 'segment') and view in ('both', 'as_is')
  union all
  select 'source', coalesce(lead_source, 'not given'), happened_on, reached_days, status
  from kpi_deal_created
  where exists (from kpi_deal_created where lead_source is not null)
),
cohorts as (
  select
    entity_type,
    entity_id,
    unnest([{cohort: 'all', cohort_start: null}, {cohort: label, cohort_start: period_start}], max_depth := 2),
    reached_days,
    status
  from placed
  join fiscal_period as year
    on year.period = 'year' and happened_on between year.period_start and year.period_end
  where reached_days >= 0
)
select
  entity_type,
  entity_id,
  cohort,
  cohort_start,
  reached_days as age_days,
  count(*) filter (where status = 'won') as won_count,
  count(*) filter (where status = 'lost') as lost_count,
  count(*) filter (where status = 'open') as open_count
from cohorts
group by all
