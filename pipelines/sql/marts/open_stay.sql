-- one row per open opportunity: since when it is in its stage, how often and by how much it was pushed
create or replace table open_stay as
with step as (
  select
    told.opportunity_id,
    told.version,
    told.valid_from,
    told.close_date,
    told.close_date - lag(told.close_date) over history as moved_days,
    told.stage is distinct from lag(told.stage) over history as is_new_stage
  from opportunity_version as told
  join opportunity on opportunity.opportunity_id = told.opportunity_id
  where opportunity.status = 'open' and told.status = 'open'
  window history as (partition by told.opportunity_id order by told.version)
)
select
  opportunity_id,
  max(valid_from) filter (where is_new_stage)::date as stage_since,
  count(*) filter (where moved_days > 0) as count_pushes,
  coalesce(sum(moved_days) filter (where moved_days > 0), 0)::bigint as pushed_days,
  min_by(close_date, version) as first_close_date
from step
group by opportunity_id
