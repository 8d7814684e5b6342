-- one row per line of pay that earns somebody something, and per guarantee: for what, its day and amount in the company's currency
create or replace table pay_earning as
with
guaranteed as (
  select
    rep_id,
    -- as in the books: on the day on which its pay period is paid
    (
      period_start
      + to_months(case period when 'month' then 1 when 'quarter' then 3 else 12 end + paid_after_months)
      - interval 1 day
    )::date as earned_on,
    topped_up_cents,
    currency
  from commission_statement
  cross join commission_policy
  where topped_up_cents <> 0
)
select
  pay_line.rep_id,
  coalesce(pay_line.component, 'Caps over all components') as component,
  least(pay_line.earned_on, run.as_of) as earned_on,
  pay_line.amount_cents
from pay_line
cross join run
where cause not in ('hold', 'release', 'draw', 'carried', 'recovered')
union all
select
  guaranteed.rep_id,
  'Guarantees',
  guaranteed.earned_on,
  company_cents(guaranteed.topped_up_cents, rate.digits, rate.per_company_currency, setting.currency_digits)
from guaranteed
cross join setting
cross join run
left join currency_rate as rate
  on rate.currency = guaranteed.currency
  and rate.valid_from <= guaranteed.earned_on and rate.valid_to > guaranteed.earned_on
where guaranteed.earned_on <= run.as_of
