-- one row per entity, fiscal period, view and breakdown (all, source, campaign) in which a lead was created
create or replace table kpi_lead as
with
-- until nine in ten of those that made it had made it, a cohort holds mostly the fast ones
usual as (
  select
    quantile_disc(conversion_days, 0.9) as conversion_days,
    quantile_disc(won_days, 0.9) as won_days
  from kpi_lead_created
),
broken_down as (
  select
    * exclude (month_start, quarter_start, year_start, lead_source, campaign_id),
    periods_of(month_start, quarter_start, year_start) as periods,
    unnest([null] || list_filter(
      [
        case when exists (from kpi_lead_created where lead_source is not null) then
          'source: ' || coalesce(lead_source, 'not given')
        end,
        campaign_breakdown(entity_type, campaign_id)
      ],
      lambda part: part is not null
    )) as breakdown
  from kpi_lead_created_entity
  where month_start is not null
),
dated as (
  select * exclude (periods), unnest(periods, max_depth := 2)
  from broken_down
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    breakdown,
    count(*) as lead_count,
    count(*) filter (where is_converted) as lead_converted_count,
    count(*) filter (where is_won) as lead_won_count,
    count(won_days) as lead_won_days_count,
    coalesce(sum(won_days), 0)::bigint as lead_won_days,
    quantile_cont(won_days, [0.25, 0.5, 0.75]) as lead_won_days_quartiles
  from dated
  group by all
)
select
  summed.* replace (unnest(views_of(view)) as view),
  coalesce(period_end + usual.conversion_days::integer > as_of, false) as is_open_cohort,
  coalesce(period_end + usual.won_days::integer > as_of, false) as is_undecided_cohort
from summed
join kpi_period using (period, period_start)
cross join usual
cross join run
