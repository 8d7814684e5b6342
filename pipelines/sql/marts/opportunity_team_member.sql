-- one row per opportunity and member of its team
create or replace table opportunity_team_member as
with latest as (
  select source, member_id, max(row_order) as row_order
  from {{opportunity_team_member}}
  where reject_reason is null
  group by source, member_id
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
