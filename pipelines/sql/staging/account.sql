-- one row per record of an account export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(account_id), '') as account_id,
  nullif(trim(name), '') as name,
  nullif(trim(segment), '') as segment,
  nullif(trim(industry), '') as industry,
  nullif(trim(country), '') as country,
  try_cast(employees as double)::bigint as employees,
  minor_units(read_amount(annual_revenue), digits) as annual_revenue_minor,
  nullif(trim(parent), '') as parent_id,
  nullif(trim(owner), '') as owner_id,
  {{read_created}}(created) as created_date,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(account_id), '') is null then 'missing account id'
  end as reject_reason,
  null::varchar as reject_value
from {{located}}
