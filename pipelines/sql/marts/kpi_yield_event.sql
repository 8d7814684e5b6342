-- one row per opportunity, period reported and earlier period: open on the same day of it, or won in its rest
create or replace table kpi_yield_event as
with
reported as (
  select
    period,
    period_start,
    as_of - period_start as day_of_period,
    as_of - to_months(lookback_months) as looks_back_to
  from kpi_period
  cross join run
  join metric on metric = 'coverage_needed'
  -- the current period and the one after it
  where is_ahead
  qualify row_number() over (partition by period order by period_start) <= 2
),
earlier as (
  select
    reported.period,
    reported.period_start,
    kpi_period.period_start as earlier_start,
    kpi_period.period_end as earlier_end,
    -- a shorter period has no such day: its last one
    least((kpi_period.period_start + day_of_period::integer)::date, kpi_period.period_end) as day
  from reported
  join kpi_period
    on kpi_period.period = reported.period
    and not is_unfinished
    and kpi_period.period_start >= looks_back_to
  cross join kpi_told
  where (kpi_period.period_start + day_of_period::integer)::date >= told_since
),
span as (
  select min(day) as first_day, max(earlier_end) as last_day, min(earlier_start) as first_start
  from earlier
),
dated as (
  select
    version.*,
    period,
    start_of(period, month_start, quarter_start, year_start) as period_start
  from kpi_version as version
  cross join grains()
  cross join span
  join kpi_month on month_start = date_trunc('month', version.close_date)
  where version.status = 'open'
    and version.close_date between first_start and last_day
    and version.valid_to > first_day
),
open_then as (
  select
    dated.opportunity_id,
    dated.rep_id,
    earlier.day as happened_on,
    earlier.period,
    earlier.period_start as reported_start,
    earlier.earlier_start,
    dated.bookings_cents as yield_open_cents
  from dated
  join earlier
    on earlier.period = dated.period
    and earlier.earlier_start = dated.period_start
    and dated.close_date >= earlier.day
    and dated.valid_from < earlier.day + interval 1 day
    and dated.valid_to >= earlier.day + interval 1 day
),
won as (
  select
    opportunity_id,
    rep_id,
    close_date,
    bookings_cents,
    period,
    start_of(period, month_start, quarter_start, year_start) as period_start
  from kpi_deal
  cross join grains()
  where status = 'won' and month_start is not null
),
won_then as (
  select
    won.opportunity_id,
    won.rep_id,
    won.close_date as happened_on,
    earlier.period,
    earlier.period_start as reported_start,
    earlier.earlier_start,
    won.bookings_cents as yield_won_cents
  from won
  join earlier
    on earlier.period = won.period
    and earlier.earlier_start = won.period_start
    and won.close_date > earlier.day
  -- without a history of the pipeline there is nothing to set what was won against
  where exists (from open_then)
)
select event.*, deal.segment, deal.territory_id
from (from open_then union all by name from won_then) as event
join kpi_known_deal as deal on deal.opportunity_id = event.opportunity_id
