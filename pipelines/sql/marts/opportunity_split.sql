-- one row per opportunity and person who shares its credit
create or replace table opportunity_split as
with latest as (
  select staged.source, staged.split_id, max(staged.row_order) as row_order
  from {{opportunity_split}} as staged
  join source_setting using (source)
  where staged.reject_reason is null
    and (source_setting.drops = 'delta' or staged.drop_date is not distinct from source_setting.last_drop)
  group by staged.source, staged.split_id
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
