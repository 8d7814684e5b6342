-- one row per campaign, as its latest drop says
create or replace table campaign as
select
  staged.campaign_id,
  staged.name,
  staged.kind,
  staged.start_date,
  staged.end_date,
  staged.cost_minor as cost_cents,
  staged.status
from {{latest_campaign}} as staged
where not staged.is_deleted
