-- one row per account: what it is compared by
create or replace table win_account as
select
  source,
  account_id,
  coalesce(segment, 'unassigned') as segment,
  coalesce(industry, 'unassigned') as industry,
  coalesce(country, 'unassigned') as country,
  case
    when employees is null or employees < 1 then 'unassigned'
    when employees < 50 then '1 to 49'
    when employees < 250 then '50 to 249'
    when employees < 1000 then '250 to 999'
    when employees < 5000 then '1,000 to 4,999'
    else '5,000 or more'
  end as employees
from account
