-- one row per currency and span of dates at one rate; the first rate also holds before its date
create or replace table currency_rate as
with written as (
  select
    currency,
    date,
    per_company_currency,
    row_number() over (partition by currency, date order by row_order desc) as place
  from {{currency_rate}}
  where reject_reason is null and per_company_currency > 0
    and date <= (select as_of from setting)
),
dated as (
  select currency, date, per_company_currency
  from written
  where place = 1 and currency <> (select currency from setting)
  union all
  select currency, date '0001-01-01', 1.0
  from setting
)
select
  dated.currency,
  dated.date,
  dated.per_company_currency,
  coalesce(currency_digit.digits, 2) as digits,
  case
    when lag(dated.date) over spans is null then date '0001-01-01'
    else dated.date
  end as valid_from,
  coalesce(lead(dated.date) over spans, date '9999-12-31') as valid_to
from dated
left join currency_digit using (currency)
window spans as (partition by dated.currency order by dated.date)
