-- one row per record of a campaign export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(campaign_id), '') as campaign_id,
  nullif(trim(name), '') as name,
  nullif(trim(kind), '') as kind,
  nullif(trim(status), '') as status,
  {{read_start}}(start) as start_date,
  {{read_end}}("end") as end_date,
  minor_units(read_amount(cost), digits) as cost_minor,
  case
    when nullif(trim(campaign_id), '') is null then 'missing campaign id'
    when nullif(trim(cost), '') is not null and cost_minor is null then 'unparsable cost'
  end as reject_reason,
  case reject_reason
    when 'unparsable cost' then cost
  end as reject_value
from {{located}}
