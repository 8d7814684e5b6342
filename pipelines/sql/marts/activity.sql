-- one row per call, email, meeting or webinar, as its latest drop says
create or replace table activity as
with repeated as (
  select source, activity_id, max(row_order) as row_order
  from {{activity}}
  where reject_reason is null
  group by source, activity_id
  having count(*) > 1
)
select
  staged.activity_id,
  case
    when kind_as_written like '%call%' then 'call'
    when kind_as_written like '%mail%' then 'email'
    when kind_as_written like '%webinar%' then 'webinar'
    when kind_as_written like '%meet%' or kind_as_written in ('event', 'demo') then 'meeting'
    else 'other'
  end as kind,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  staged.opportunity_id,
  staged.account_id,
  staged.activity_date,
  staged.duration_minutes
from {{activity}} as staged
join source_setting using (source)
left join repeated
  on repeated.source = staged.source and repeated.activity_id = staged.activity_id
left join rep_alias on rep_alias.alias = staged.owner_id
where staged.reject_reason is null and not staged.is_deleted
  and (source_setting.drops = 'delta' or staged.is_last_drop)
  and (repeated.row_order is null or repeated.row_order = staged.row_order)
