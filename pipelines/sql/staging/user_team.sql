-- one row per record of an export of teams of users
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(team_id), '') as team_id,
  nullif(trim(name), '') as name,
  case
    when nullif(trim(team_id), '') is null then 'missing team id'
  end as reject_reason,
  case reject_reason
    when 'missing team id' then 'team_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
