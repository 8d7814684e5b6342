-- one row per opportunity and person of plans/splits.csv
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(opportunity_id), '') as opportunity_id,
  nullif(trim(person_id), '') as person_id,
  try_cast(credit_share as double) as credit_rate,
  try_cast(pay_share as double) as pay_rate,
  nullif(trim(role), '') as role,
  {{read_effective_from}}(effective_from) as effective_from,
  {{read_recorded_on}}(recorded_on) as recorded_on,
  case
    when nullif(trim(opportunity_id), '') is null then 'missing opportunity id'
    when nullif(trim(person_id), '') is null then 'missing person id'
    when nullif(trim(credit_share), '') is not null and credit_rate is null then 'unparsable credit share'
    when nullif(trim(pay_share), '') is not null and pay_rate is null then 'unparsable pay share'
    when nullif(trim(effective_from), '') is not null and {{read_effective_from}}(effective_from) is null then 'unparsable effective date'
    when nullif(trim(recorded_on), '') is not null and {{read_recorded_on}}(recorded_on) is null then 'unparsable date of record'
  end as reject_reason,
  case reject_reason
    when 'missing opportunity id' then 'opportunity_id'
    when 'missing person id' then 'person_id'
    when 'unparsable credit share' then 'credit_share'
    when 'unparsable pay share' then 'pay_share'
    when 'unparsable effective date' then 'effective_from'
    when 'unparsable date of record' then 'recorded_on'
  end as reject_column,
  case reject_reason
    when 'unparsable credit share' then credit_share
    when 'unparsable pay share' then pay_share
    when 'unparsable effective date' then effective_from
    when 'unparsable date of record' then recorded_on
  end as reject_value
from {{located}}
