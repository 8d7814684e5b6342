-- one row per cutoff and weeks to the end of the fiscal quarter, the year's last apart: deals of two years created and won then
create or replace table deal_place as
with dated as (
  select created_date as on_date, 1 as created, 0 as won from opportunity
  union all
  select close_date, 0, 1 from opportunity where status = 'won'
),
daily as (
  select
    dated.on_date,
    (fiscal_period.period_end - dated.on_date) // 7 as weeks_to_end,
    fiscal_period.period_end in (select period_end from fiscal_period where period = 'year')
      as is_year_end,
    sum(created)::integer as created_count,
    sum(won)::integer as won_count
  from dated
  join fiscal_period
    on fiscal_period.period = 'quarter'
    and dated.on_date between fiscal_period.period_start and fiscal_period.period_end
  group by all
)
select
  deal_cutoff.cutoff,
  daily.weeks_to_end,
  daily.is_year_end,
  sum(daily.created_count)::integer as created_count,
  sum(daily.won_count)::integer as won_count
from deal_cutoff
join daily
  on daily.on_date <= deal_cutoff.cutoff and daily.on_date > deal_cutoff.cutoff - 728
group by all
order by all
