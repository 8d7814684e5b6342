-- one row per campaign, as its latest drop says
create or replace table campaign as
with latest as (
  select staged.source, staged.campaign_id, max(staged.row_order) as row_order
  from {{campaign}} as staged
  join source_setting using (source)
  where staged.reject_reason is null
    and (source_setting.drops = 'delta' or staged.drop_date is not distinct from source_setting.last_drop)
  group by staged.source, staged.campaign_id
)
select
  staged.campaign_id,
  staged.name,
  staged.kind,
  staged.start_date,
  staged.end_date,
  staged.cost_minor as cost_cents,
  staged.status
from {{campaign}} as staged
semi join latest
  on latest.source = staged.source and latest.campaign_id = staged.campaign_id
  and latest.row_order = staged.row_order
where staged.reject_reason is null
