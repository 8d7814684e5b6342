-- one row per record of an export that puts users into teams
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(member_id), '') as member_id,
  nullif(trim("user"), '') as user_id,
  nullif(trim(team), '') as team_id,
  read_flag(is_primary) as is_primary,
  case
    when nullif(trim(member_id), '') is null then 'missing member id'
    when nullif(trim("user"), '') is null then 'missing user'
    when nullif(trim(team), '') is null then 'missing team'
  end as reject_reason,
  case reject_reason
    when 'missing member id' then 'member_id'
    when 'missing user' then 'user'
    when 'missing team' then 'team'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
