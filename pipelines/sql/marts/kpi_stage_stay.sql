-- one row per opportunity and open stage that it left by the as-of date: the whole days it spent there
create or replace table kpi_stage_stay as
with stayed as (
  select
    opportunity_id,
    stage,
    -- who had the deal when it left
    max_by(rep_id, version) as rep_id,
    max(valid_to) as left_at,
    sum(date_diff('second', valid_from, valid_to))::bigint as seconds
  from kpi_version
  where status = 'open' and stage is not null
  group by opportunity_id, stage
)
select
  stayed.opportunity_id,
  stayed.rep_id,
  deal.segment,
  deal.territory_id,
  left_at::date as happened_on,
  stayed.stage,
  -- ninety years of days at most
  two_bytes((seconds + 43200) // 86400) as stay_days
from stayed
join kpi_known_deal as deal on deal.opportunity_id = stayed.opportunity_id
cross join run
cross join kpi_told
where left_at::date between told_since and as_of
