-- one row per opportunity and member of its team
create or replace table opportunity_team_member as
select
  staged.opportunity_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  staged.role
from {{latest_opportunity_team_member}} as staged
left join rep_alias on rep_alias.alias = staged.user_id
where not staged.is_deleted
