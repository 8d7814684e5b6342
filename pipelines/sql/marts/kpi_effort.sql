-- one row per entity, fiscal period, view and breakdown (all, kind) with won deals or, in the current ones, open deals
create or replace temp view kpi_effort_part as
with
began as (
  select min(activity_date) as first_date from activity where opportunity_id is not null
),
dated as (
  select
    *,
    start_of(period, month_start, quarter_start, year_start) as period_start
  from kpi_deal_effort_entity
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
    is_won,
    count(*) as deals,
    [
      {
        breakdown: null,
        activities: sum(every),
        quartiles: quantile_cont(two_bytes(every), [0.25, 0.5, 0.75])
      },
      {
        breakdown: 'kind: call',
        activities: sum(call),
        quartiles: quantile_cont(two_bytes(call), [0.25, 0.5, 0.75])
      },
      {
        breakdown: 'kind: email',
        activities: sum(email),
        quartiles: quantile_cont(two_bytes(email), [0.25, 0.5, 0.75])
      },
      {
        breakdown: 'kind: meeting',
        activities: sum(meeting),
        quartiles: quantile_cont(two_bytes(meeting), [0.25, 0.5, 0.75])
      },
      {
        breakdown: 'kind: webinar',
        activities: sum(webinar),
        quartiles: quantile_cont(two_bytes(webinar), [0.25, 0.5, 0.75])
      },
      {
        breakdown: 'kind: other',
        activities: sum(other),
        quartiles: quantile_cont(two_bytes(other), [0.25, 0.5, 0.75])
      }
    ] as kinds
  from dated
  group by all
),
listed as (
  select * exclude (kinds, view), unnest(kinds, max_depth := 2), views_of(view) as views
  from counted
),
viewed as (
  select * exclude (views), unnest(views) as view
  from listed
)
select
  entity_type,
  entity_id,
  view,
  period,
  period_start,
  breakdown,
  max(deals) filter (where is_won) as won_deal_count,
  max(activities) filter (where is_won)::bigint as won_activity_count,
  any_value(quartiles) filter (where is_won) as won_activity_count_quartiles,
  max(deals) filter (where not is_won) as open_deal_count,
  max(activities) filter (where not is_won)::bigint as open_activity_count,
  any_value(quartiles) filter (where not is_won) as open_activity_count_quartiles,
  -- deals won soon after the record begins were worked before it does
  coalesce(period_start <= any_value(first_date), false) as is_cut_short
from viewed
cross join began
group by entity_type, entity_id, view, period, period_start, breakdown
