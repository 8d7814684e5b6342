-- one row per quarter and year with pay, and year: what was earned in it by now, whenever it is paid
create or replace table pay_earned as
select
  fiscal_period.period,
  fiscal_period.period_start,
  sum(amount_cents)::bigint as earned_cents
from pay_line
join fiscal_period
  on fiscal_period.period in ('quarter', 'year')
  and earned_on between fiscal_period.period_start and fiscal_period.period_end
where cause not in ('hold', 'release', 'draw', 'carried', 'recovered')
group by fiscal_period.period, fiscal_period.period_start
order by fiscal_period.period, fiscal_period.period_start
