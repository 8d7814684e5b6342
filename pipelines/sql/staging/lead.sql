-- one row per record of a lead export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(lead_id), '') as lead_id,
  nullif(trim(name), '') as name,
  nullif(trim(email), '') as email,
  nullif(trim(title), '') as title,
  nullif(trim(company), '') as company,
  nullif(trim(status), '') as status,
  nullif(trim(rating), '') as rating,
  nullif(trim(lead_source), '') as lead_source,
  nullif(trim(campaign), '') as campaign_id,
  nullif(trim(industry), '') as industry,
  nullif(trim(country), '') as country,
  read_number(employees)::bigint as employees,
  minor_units(read_amount(annual_revenue), digits) as annual_revenue_minor,
  nullif(trim(owner), '') as owner_id,
  {{read_created}}(created) as created_date,
  {{read_converted}}(converted) as converted_date,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim(account), '') as account_id,
  nullif(trim(contact), '') as contact_id,
  coalesce(read_flag(is_converted), false) as is_converted,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(employees), '') is not null and read_number(employees) is null then 'employees' end,
    case when nullif(trim(annual_revenue), '') is not null and annual_revenue_minor is null then 'annual_revenue' end,
    case when nullif(trim(converted), '') is not null and converted_date is null then 'converted' end
  ), '') as unread,
  case
    when nullif(trim(lead_id), '') is null then 'missing lead id'
    when nullif(trim(created), '') is not null and created_date is null then 'unparsable created date'
  end as reject_reason,
  case reject_reason
    when 'missing lead id' then 'lead_id'
    when 'unparsable created date' then 'created'
  end as reject_column,
  case reject_reason
    when 'unparsable created date' then created
  end as reject_value
from {{located}}
