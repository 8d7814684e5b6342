-- one row per market indicator, date and day on which a value of it was recorded by the as-of
create or replace table indicator as
select
  name,
  date,
  recorded_on,
  value_as_number as value
from {{indicator}} as staged
cross join setting
where staged.reject_reason is null and coalesce(staged.recorded_on, staged.date) <= setting.as_of
qualify row_number() over (
  partition by name, date, recorded_on order by staged.row_order desc
) = 1
