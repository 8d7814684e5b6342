-- one row per opportunity and person who shares its credit
create or replace table opportunity_split as
select
  staged.opportunity_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  staged.credit_rate,
  staged.split_type as role
from {{latest_opportunity_split}} as staged
left join rep_alias on rep_alias.alias = staged.owner_id
where not staged.is_deleted
