-- one row per record of an opportunity split export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(split_id), '') as split_id,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim(owner), '') as owner_id,
  {{read_percent}}(credit) as credit_rate,
  nullif(trim(split_type), '') as split_type,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(split_id), '') is null then 'missing split id'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
    when nullif(trim(owner), '') is null then 'missing owner'
    when nullif(trim(credit), '') is not null and credit_rate is null then 'unparsable split percentage'
  end as reject_reason,
  case reject_reason
    when 'missing split id' then 'split_id'
    when 'missing opportunity' then 'opportunity'
    when 'missing owner' then 'owner'
    when 'unparsable split percentage' then 'credit'
  end as reject_column,
  case reject_reason
    when 'unparsable split percentage' then credit
  end as reject_value
from {{located}}
