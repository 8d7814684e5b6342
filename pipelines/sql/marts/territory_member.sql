-- one row per territory, rep and span of dates in it, with the drop that first told it
create or replace table territory_member as
with member_drop as (
  select distinct source, drop_date
  from input_file
  where object = 'territory_user'
),
linked as (
  select
    staged.source,
    staged.territory_id,
    rep_alias.rep_id,
    staged.drop_date,
    bool_or(staged.is_active) as is_member,
    min(staged.role) filter (where staged.is_active) as role
  from {{territory_user}} as staged
  join rep_alias on rep_alias.alias = staged.user_id
  where staged.reject_reason is null
  group by staged.source, staged.territory_id, rep_alias.rep_id, staged.drop_date
),
known as (
  select source, territory_id, rep_id, min(drop_date) as drop_date
  from linked
  group by source, territory_id, rep_id
),
told as (
  from linked
  union all by name
  -- whom a full file of members leaves out is none any more
  select known.source, known.territory_id, known.rep_id, member_drop.drop_date, false as is_member
  from known
  join source_setting on source_setting.source = known.source and source_setting.drops = 'full'
  join member_drop
    on member_drop.source = known.source and member_drop.drop_date > known.drop_date
  anti join linked
    on linked.source = known.source and linked.territory_id = known.territory_id
    and linked.rep_id = known.rep_id and linked.drop_date = member_drop.drop_date
),
changed as (
  select *
  from told
  window drops as (partition by source, territory_id, rep_id order by drop_date)
  qualify row_number() over drops = 1
    or (is_member, role) is distinct from lag((is_member, role)) over drops
),
spanned as (
  select
    *,
    -- whom the source's first file of members tells is taken to have been one from the beginning
    case
      when drop_date = (select min(member_drop.drop_date) from member_drop where member_drop.source = changed.source)
        then date '0001-01-01'
      else drop_date
    end as valid_from,
    lead(drop_date, 1, date '9999-12-31') over (
      partition by source, territory_id, rep_id order by drop_date
    ) as valid_to
  from changed
)
select source, territory_id, rep_id, role, valid_from, valid_to, drop_date as known_from
from spanned
where is_member
