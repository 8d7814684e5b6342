-- one row per compensation plan, fiscal month, deal type and product: what people under it were credited in the last complete fiscal year
with
last_year as (
  select period_start, period_end
  from fiscal_period
  where period = 'year' and is_complete
  order by period_start desc
  limit 1
),
member as (
  select distinct plan, holder_id as rep_id
  from commission_attainment
),
credited as (
  -- a deal is credited once under each plan that held in the year
  select rep_id, credited_on, deal_type, product, amount_cents
  from commission_credit
  join last_year on credited_on between last_year.period_start and last_year.period_end
  where reverses is null and amount_cents > 0
)
select
  member.plan,
  date_diff('month', last_year.period_start, credited_on)::integer as month,
  deal_type as type,
  product,
  sum(amount_cents)::bigint as amount_cents
from member
join credited using (rep_id)
cross join last_year
group by all
order by member.plan, month, type nulls last, product nulls last
