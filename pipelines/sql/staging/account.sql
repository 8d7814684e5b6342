-- one row per record of an account export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(account_id), '') as account_id,
  nullif(trim(name), '') as name,
  nullif(regexp_extract(lower(trim(domain)), '^(?:[a-z]+://)?(?:www\.)?([^/:?#[:space:]]+)', 1), '') as domain,
  nullif(trim(segment), '') as segment,
  nullif(trim(industry), '') as industry,
  nullif(trim(country), '') as country,
  read_number(employees)::bigint as employees,
  minor_units(read_amount(annual_revenue), digits) as annual_revenue_minor,
  nullif(trim(parent), '') as parent_id,
  nullif(trim(owner), '') as owner_id,
  nullif(trim(territory), '') as territory_id,
  {{read_created}}(created) as created_date,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(employees), '') is not null and read_number(employees) is null then 'employees' end,
    case when nullif(trim(annual_revenue), '') is not null and annual_revenue_minor is null then 'annual_revenue' end,
    case when nullif(trim(created), '') is not null and created_date is null then 'created' end
  ), '') as unread,
  case
    when nullif(trim(account_id), '') is null then 'missing account id'
  end as reject_reason,
  case reject_reason
    when 'missing account id' then 'account_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
