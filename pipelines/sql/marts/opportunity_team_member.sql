-- one row per opportunity and member of its team
create or replace table opportunity_team_member as
with latest as (
  select staged.source, staged.member_id, max(staged.row_order) as row_order
  from {{opportunity_team_member}} as staged
  join source_setting using (source)
  where staged.reject_reason is null
    and (source_setting.drops = 'delta' or staged.drop_date is not distinct from source_setting.last_drop)
  group by staged.source, staged.member_id
)
select
  staged.opportunity_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  staged.role
from {{opportunity_team_member}} as staged
semi join latest
  on latest.source = staged.source and latest.member_id = staged.member_id
  and latest.row_order = staged.row_order
left join rep_alias on rep_alias.alias = staged.user_id
where staged.reject_reason is null and not staged.is_deleted
