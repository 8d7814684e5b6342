-- one row per person and credit of the last twelve complete months, whatever plan it was under then; what was taken back counts for itself
create or replace table pay_credited as
with
window_days as (
  select
    date_trunc('month', as_of)::date as until_day,
    (date_trunc('month', as_of) - interval 12 month)::date as from_day
  from run
),
line as (
  select
    opportunity_id,
    line_id,
    quantity,
    bookings_cents * weight / nullif(sum(weight) over (partition by opportunity_id), 0) as line_cents
  from commission_deal
)
select distinct on (credit.rep_id, credit.credit_id)
  credit.rep_id,
  credit.credit_id,
  credit.role,
  credit.deal_type,
  credit.product,
  credit.amount_cents,
  credit.credit_cents,
  credit.deal_cents,
  -- hundredths of a unit, in the proportion of the money
  round(100 * line.quantity * credit.amount_cents / nullif(line.line_cents, 0))::bigint as units_amount,
  round(100 * line.quantity * credit.credit_cents / nullif(line.line_cents, 0))::bigint as units_credit
from commission_credit as credit
cross join window_days
left join line
  on line.opportunity_id = credit.opportunity_id
  and line.line_id is not distinct from credit.deal_line_id
-- levels, such as a retention, are no part of what was sold
where (credit.opportunity_id is not null or credit.amount_cents <> 0)
  and credit.credited_on >= from_day and credit.credited_on < until_day
order by credit.rep_id, credit.credit_id, credit.plan
