-- one row per month, quarter and year with pay: what was earned in it by now, guarantees included, whenever it is paid
create or replace table pay_earned as
select
  fiscal_period.period,
  fiscal_period.period_start,
  count(distinct rep_id) filter (amount_cents <> 0)::integer as count_people,
  sum(amount_cents)::bigint as earned_cents
from pay_earning
join fiscal_period
  on fiscal_period.period in ('month', 'quarter', 'year')
  and earned_on between fiscal_period.period_start and fiscal_period.period_end
group by fiscal_period.period, fiscal_period.period_start
order by fiscal_period.period, fiscal_period.period_start
