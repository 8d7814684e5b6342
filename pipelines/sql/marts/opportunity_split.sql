-- one row per opportunity and person who shares its credit
create or replace table opportunity_split as
with latest as (
  select source, split_id, max(row_order) as row_order
  from {{opportunity_split}}
  where reject_reason is null
  group by source, split_id
)
select
  staged.opportunity_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  staged.credit_rate,
  staged.split_type as role
from {{opportunity_split}} as staged
semi join latest
  on latest.source = staged.source and latest.split_id = staged.split_id
  and latest.row_order = staged.row_order
left join rep_alias on rep_alias.alias = staged.owner_id
where staged.reject_reason is null and not staged.is_deleted
