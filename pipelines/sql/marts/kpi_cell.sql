-- one row per entity, fiscal period and view for which metrics are reported
create or replace table kpi_cell as
with
-- when an entity had something to report
fact as (
  select entity_type, entity_id, view, period_start as first_date, period_start as last_date
  from kpi_closed
  where period = 'month'
  union all
  select entity_type, entity_id, view, as_of, as_of
  from kpi_recent
  cross join run
  where recent_open_count > 0
  union all
  select entity_type, entity_id, unnest(['as_was', 'as_is']), period_start, least(period_end, as_of)
  from kpi_quota
  join fiscal_period using (period, period_start)
  cross join run
  where period_start <= as_of
),
-- who still reports at the as-of date, with zeros when nothing happens
present as (
  select 'company' as entity_type, company as entity_id from run
  union all
  select 'region', region_id from region
  union all
  select 'team', team_id from team
  union all
  select 'rep', rep_id from rep where is_active
  union all
  select distinct 'segment', segment from opportunity where segment is not null
  union all
  select 'territory', territory_id from territory
  union all
  select distinct 'product', product_id from opportunity_line where product_id is not null
),
span as (
  select
    fact.entity_type,
    fact.entity_id,
    view,
    min(first_date) as first_date,
    max(case when present.entity_id is null then last_date else greatest(last_date, as_of) end)
      as last_date
  from fact
  left join present
    on fact.entity_type = present.entity_type and fact.entity_id = present.entity_id
  cross join run
  group by fact.entity_type, fact.entity_id, view
),
reported as (
  select entity_type, entity_id, view, period, period_start, true as is_observed
  from span
  join fiscal_period on period_end >= first_date and period_start <= last_date
  union all
  select entity_type, entity_id, unnest(['as_was', 'as_is']), period, period_start, false
  from kpi_quota
  cross join run
  where period_start > as_of
)
select entity_type, entity_id, view, period, period_start, bool_or(is_observed) as is_observed
from reported
group by all
