-- one row per opportunity and fiscal period that it was dated in when the period began: what became of it
create or replace table kpi_dated_deal as
with
dated as (
  select
    version.opportunity_id,
    version.valid_from,
    version.valid_to,
    version.rep_id,
    version.bookings_cents,
    lower(replace(replace(version.forecast_category, ' ', ''), '_', ''))
      in ('commit', 'forecast', 'bestcase') as is_called,
    period,
    start_of(period, month_start, quarter_start, year_start) as period_start
  from kpi_version as version
  cross join grains()
  join kpi_month on month_start = date_trunc('month', version.close_date)
  where version.status = 'open'
),
begun as (
  select
    dated.*,
    period_end,
    not is_unfinished as is_over,
    least(period_end, as_of) + interval 1 day as ended_at
  from dated
  join kpi_period using (period, period_start)
  cross join run
  cross join kpi_told
  where dated.valid_from <= period_start and dated.valid_to > period_start
    and period_start between told_since and as_of
)
select
  begun.opportunity_id,
  begun.rep_id,
  deal.segment,
  deal.territory_id,
  begun.period_start as happened_on,
  begun.period,
  begun.is_over,
  coalesce(begun.is_called, false) as is_called,
  begun.bookings_cents,
  coalesce(later.status = 'open', false) as is_open,
  coalesce(
    later.status <> 'deleted' and later.close_date not between begun.period_start and begun.period_end,
    false
  ) as is_pushed
from begun
join kpi_known_deal as deal on deal.opportunity_id = begun.opportunity_id
-- the deal at the end of the period, or of the as-of date while the period runs
left join opportunity_version as later
  on later.opportunity_id = begun.opportunity_id
  and later.valid_from < begun.ended_at and later.valid_to >= begun.ended_at
