-- one row per account and span of dates with one owner, with the drop that first told it
create or replace table account_assignment as
with told as (
  select source, account_id, drop_date, owner_id
  from {{account}}
  where reject_reason is null
  qualify row_number() over (
    partition by source, account_id, drop_date order by row_order desc
  ) = 1
),
changed as (
  select *, bool_or(owner_id is not null) over (partition by source, account_id) as is_owned
  from told
  window drops as (partition by source, account_id order by drop_date)
  qualify row_number() over drops = 1 or owner_id is distinct from lag(owner_id) over drops
)
select
  changed.source,
  coalesce(account_match.matched_id, changed.account_id) as account_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  -- the first owner that is told is taken to have had the account from its beginning
  case when row_number() over moves = 1 then date '0001-01-01' else changed.drop_date end as valid_from,
  lead(changed.drop_date, 1, date '9999-12-31') over moves as valid_to,
  changed.drop_date as known_from
from changed
join source_setting on source_setting.source = changed.source
left join account_match
  on account_match.source = changed.source and account_match.account_id = changed.account_id
left join rep_alias on rep_alias.alias = changed.owner_id
window moves as (partition by changed.source, changed.account_id order by changed.drop_date)
-- of an account that several sources have, the first that knows an owner counts
qualify dense_rank() over (
  partition by coalesce(account_match.matched_id, changed.account_id)
  order by not changed.is_owned, source_setting.place, changed.account_id
) = 1
