-- one row per compensation plan and person under it who had a quota in the last complete fiscal year: what of it they attained, and their target pay
with
last_year as (
  select period_start, period_end
  from fiscal_period
  where period = 'year' and is_complete
  order by period_start desc
  limit 1
),
component as (
  select
    holder_id,
    plan,
    component,
    sum(credit_cents)::bigint as credit_cents,
    sum(quota_cents)::bigint as quota_cents,
    sum(target_cents)::bigint as target_cents
  from commission_attainment as attainment
  join last_year
    on attainment.period_start between last_year.period_start and last_year.period_end
  where attainment.quota_cents > 0 and attainment.target_cents > 0
  group by all
),
lead_component as (
  select
    holder_id,
    credit_cents / quota_cents as attainment,
    sum(target_cents) over (partition by holder_id)::bigint as target_cents
  from component
  qualify row_number() over (
    partition by holder_id order by component.target_cents desc, plan, component
  ) = 1
),
member as (
  select distinct plan, holder_id
  from commission_attainment
  join rep on rep_id = holder_id
)
select plan, attainment, target_cents
from member
join lead_component using (holder_id)
order by plan, attainment, target_cents
