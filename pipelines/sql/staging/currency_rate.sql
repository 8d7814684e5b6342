-- one row per currency and date of plans/rates.csv
create or replace temp view {{staged}} as
select
  content_id,
  line,
  {{read_date}}(date) as date,
  upper(trim(currency)) as currency,
  try_cast(per_company_currency as double) as per_company_currency,
  null::date as recorded_on,
  case
    when nullif(trim(date), '') is null then 'missing date'
    when nullif(trim(currency), '') is null then 'missing currency'
    when nullif(trim(per_company_currency), '') is null then 'missing per company currency'
    when nullif(trim(date), '') is not null and {{read_date}}(date) is null then 'unparsable date'
    when nullif(trim(per_company_currency), '') is not null and try_cast(per_company_currency as double) is null then 'unparsable rate'
  end as reject_reason,
  case reject_reason
    when 'missing date' then 'date'
    when 'missing currency' then 'currency'
    when 'missing per company currency' then 'per_company_currency'
    when 'unparsable date' then 'date'
    when 'unparsable rate' then 'per_company_currency'
  end as reject_column,
  case reject_reason
    when 'unparsable date' then date
    when 'unparsable rate' then per_company_currency
  end as reject_value
from {{located}}
