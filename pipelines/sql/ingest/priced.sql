-- one row per row of the raw table, with the currency of its amounts and that currency's digits
create or replace temp view {{priced}} as
select
  located.* exclude (currency),
  coalesce(nullif(upper(trim(located.currency)), ''), setting.currency) as currency,
  coalesce(currency_digit.digits, 2) as digits
from {{located}} as located
cross join setting
left join currency_digit
  on currency_digit.currency = coalesce(nullif(upper(trim(located.currency)), ''), setting.currency)
