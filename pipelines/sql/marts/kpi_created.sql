-- one row per entity, fiscal period, view and breakdown (all, source, campaign) in which a deal was created
create or replace table kpi_created as
with
counted as (
  select
    entity_type,
    entity_id,
    view,
    periods_of(month_start, quarter_start, year_start) as periods,
    case when exists (from kpi_deal_created where lead_source is not null) then
      'source: ' || coalesce(lead_source, 'not given')
    end as source,
    campaign_breakdown(entity_type, campaign_id) as campaign,
    count(*) as created_count,
    count(*) filter (where status = 'won') as created_won_count,
    count(*) filter (where status = 'lost') as created_lost_count,
    count(*) filter (where status = 'open') as created_open_count
  from kpi_deal_created_entity
  where month_start is not null
  group by all
),
broken_down as (
  select
    * exclude (source, campaign),
    unnest([null] || list_filter([source, campaign], lambda part: part is not null)) as breakdown
  from counted
),
dated as (
  select * exclude (periods), unnest(periods, max_depth := 2)
  from broken_down
),
told as (
  from dated
  -- a rep's month is too small to break down
  where breakdown is null or period <> 'month' or entity_type <> 'rep'
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    breakdown,
    sum(created_count)::bigint as created_count,
    sum(created_won_count)::bigint as created_won_count,
    sum(created_lost_count)::bigint as created_lost_count,
    sum(created_open_count)::bigint as created_open_count
  from told
  group by all
)
select
  * replace (unnest(views_of(view)) as view),
  -- with one deal in twenty undecided, the rate can still move by five points
  created_open_count * 20 > created_count as is_open_cohort
from summed
