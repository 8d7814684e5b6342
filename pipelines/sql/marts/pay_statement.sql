-- one row per statement: what it pays, in the company's currency at the rate of its period's first day
create or replace table pay_statement as
select
  statement.rep_id,
  statement.plan,
  statement.period,
  statement.period_start,
  company_cents(statement.paid_cents, rate.digits, rate.per_company_currency, setting.currency_digits)
    as paid_cents
from commission_statement as statement
cross join setting
left join currency_rate as rate
  on rate.currency = statement.currency
  and rate.valid_from <= statement.period_start and rate.valid_to > statement.period_start
