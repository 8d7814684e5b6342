-- one row per campaign, as its latest drop says
create or replace table campaign as
with latest as (
  select source, campaign_id, max(row_order) as row_order
  from {{campaign}}
  where reject_reason is null
  group by source, campaign_id
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
