-- one row per company, region, team or rep with quotas, fiscal period and view: what the reps can carry
create or replace table kpi_capacity as
with
-- a month's own quota, else its share of the quarter's or of the year's, in whole cents
monthly as (
  select
    rep_id,
    view,
    team_id,
    region_id,
    month_start,
    quarter_start,
    year_start,
    case rep.period when 'month' then 1 when 'quarter' then 3 else 12 end as months,
    date_diff('month', period_start, month_start) as place,
    quota_cents
  from kpi_rep_period as rep
  join kpi_month
    on period_start = case rep.period
      when 'month' then month_start
      when 'quarter' then quarter_start
      else year_start
    end
),
finest as (
  select *, quota_cents * (place + 1) // months - quota_cents * place // months as month_cents
  from monthly
  qualify row_number() over (partition by rep_id, view, month_start order by months) = 1
),
-- nobody carries a quota in a month after the last one they were there
ramped as (
  select
    finest.*,
    round(month_cents * coalesce(ramp_share, 1))::bigint as ramped_quota_cents
  from finest
  left join rep on rep.rep_id = finest.rep_id
  left join quota_ramp on month_of_service = date_diff('month', hired_on, month_start) + 1
  where left_on is null or left_on >= month_start
),
placed as (
  select
    unnest([
      {entity_type: 'company', entity_id: company},
      {entity_type: 'region', entity_id: region_id},
      {entity_type: 'team', entity_id: team_id},
      {entity_type: 'rep', entity_id: rep_id}
    ], max_depth := 2),
    rep_id, view, month_start, quarter_start, year_start, ramped_quota_cents
  from ramped
  cross join run
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    case
      when grouping(month_start) = 0 then 'month'
      when grouping(quarter_start) = 0 then 'quarter'
      else 'year'
    end as period,
    coalesce(month_start, quarter_start, year_start) as period_start,
    sum(ramped_quota_cents)::bigint as ramped_quota_cents,
    count(distinct rep_id) as capacity_rep_count
  from placed
  group by grouping sets (
    (entity_type, entity_id, view, month_start),
    (entity_type, entity_id, view, quarter_start),
    (entity_type, entity_id, view, year_start)
  )
),
quarter as (
  select
    period_start,
    period_end,
    sum(bookings_cents)::bigint as bookings_cents,
    sum(quota_cents)::bigint as quota_cents
  from kpi_rep_period
  cross join run
  where period = 'quarter' and view = 'as_is' and period_end <= as_of
  group by all
),
-- what was over when a period began, the last four quarters of it
history as (
  select
    kpi_period.period,
    kpi_period.period_start,
    quarter.bookings_cents,
    quarter.quota_cents
  from kpi_period
  join quarter on quarter.period_end < kpi_period.period_start
  qualify row_number() over (
    partition by kpi_period.period, kpi_period.period_start
    order by quarter.period_start desc
  ) <= 4
),
expected as (
  select
    period,
    period_start,
    sum(bookings_cents)::bigint / sum(quota_cents)::bigint as expected_attainment
  from history
  group by all
)
select
  summed.*,
  null::varchar as breakdown,
  ramped_quota_cents * expected_attainment as capacity_cents
from summed
left join expected using (period, period_start)
