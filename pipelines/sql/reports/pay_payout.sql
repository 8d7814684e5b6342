-- one row per person and complete or running year of measurement on one component with a quota: shares of quota and of target pay
with
paid as (
  select plan, rep_id, component, sum(amount_cents)::bigint as amount_cents
  from commission_line
  -- earned, whenever it falls due
  where component is not null and cause not in ('hold', 'release')
  group by all
)
select
  fiscal_period.label,
  fiscal_period.period_start,
  attainment.component,
  credit_cents / nullif(quota_cents, 0) as attainment,
  amount_cents / nullif(target_cents, 0) as payout
from commission_attainment as attainment
join paid
  on paid.plan = attainment.plan
  and paid.rep_id = attainment.holder_id
  and paid.component = attainment.component
join fiscal_period
  on fiscal_period.period = 'year' and fiscal_period.period_start = attainment.period_start
where attainment.period = 'year' and quota_cents > 0 and target_cents > 0
order by fiscal_period.period_start desc, attainment.component, attainment, payout
