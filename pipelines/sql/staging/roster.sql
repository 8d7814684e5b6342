-- one row per person and change of place in people/roster.csv
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(person_id), '') as person_id,
  nullif(trim(name), '') as name,
  nullif(trim(email), '') as email,
  nullif(trim(crm_user_id), '') as crm_user_id,
  nullif(trim(role), '') as role,
  nullif(trim(team), '') as team,
  nullif(trim(region), '') as region,
  nullif(trim(manager_id), '') as manager_id,
  {{read_hired_on}}(hired_on) as hired_on,
  {{read_left_on}}(left_on) as left_on,
  minor_units(read_amount(on_target_earnings), digits) as on_target_earnings_minor,
  try_cast(variable_share as double) as variable_share_rate,
  currency,
  {{read_effective_from}}(effective_from) as effective_from,
  {{read_recorded_on}}(recorded_on) as recorded_on,
  case
    when nullif(trim(variable_share), '') is not null and variable_share_rate is null then 'variable_share'
  end as unread,
  case
    when nullif(trim(person_id), '') is null then 'missing person id'
    when nullif(trim(name), '') is null then 'missing name'
    when nullif(trim(on_target_earnings), '') is not null and on_target_earnings_minor is null then 'unparsable on-target earnings'
    when nullif(trim(hired_on), '') is not null and {{read_hired_on}}(hired_on) is null then 'unparsable date of hire'
    when nullif(trim(left_on), '') is not null and {{read_left_on}}(left_on) is null then 'unparsable date of leaving'
    when nullif(trim(effective_from), '') is not null and {{read_effective_from}}(effective_from) is null then 'unparsable effective date'
    when nullif(trim(recorded_on), '') is not null and {{read_recorded_on}}(recorded_on) is null then 'unparsable date of record'
  end as reject_reason,
  case reject_reason
    when 'missing person id' then 'person_id'
    when 'missing name' then 'name'
    when 'unparsable on-target earnings' then 'on_target_earnings'
    when 'unparsable date of hire' then 'hired_on'
    when 'unparsable date of leaving' then 'left_on'
    when 'unparsable effective date' then 'effective_from'
    when 'unparsable date of record' then 'recorded_on'
  end as reject_column,
  case reject_reason
    when 'unparsable on-target earnings' then on_target_earnings
    when 'unparsable date of hire' then hired_on
    when 'unparsable date of leaving' then left_on
    when 'unparsable effective date' then effective_from
    when 'unparsable date of record' then recorded_on
  end as reject_value
from {{located}}
