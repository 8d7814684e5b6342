-- one row per line of pay, its amount in the company's currency at the rate of the day on which it was earned
create or replace table pay_line as
select line.* replace (
  company_cents(line.amount_cents, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents
)
from commission_line as line
cross join setting
left join currency_rate as rate
  on rate.currency = line.currency
  and rate.valid_from <= line.earned_on and rate.valid_to > line.earned_on
