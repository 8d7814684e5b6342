-- one row per opportunity and open stage that it entered or passed through, on the day it first did
create or replace table kpi_stage_visit as
with
-- where each version stands in the sale; winning lies behind the last open stage, losing nowhere
reached as (
  select
    version.opportunity_id,
    version.source,
    version.rep_id,
    version.version,
    version.valid_from,
    case version.status when 'open' then version.position when 'won' then 1000000 end as position
  from kpi_version as version
),
advanced as (
  select
    *,
    max(position) over (
      partition by opportunity_id order by valid_from, version
      rows between unbounded preceding and 1 preceding
    ) as furthest_before,
    max(position) over (partition by opportunity_id) as furthest
  from reached
),
visited as (
  select advanced.*, stage.stage, stage.position as stage_position
  from advanced
  join stage
    on stage.source = advanced.source
    and stage.status = 'open'
    -- a deal enters at its first stage; from there on what it skips counts as passed through
    and stage.position > coalesce(furthest_before, advanced.position - 1)
    and stage.position <= advanced.position
  where advanced.position > coalesce(furthest_before, 0)
)
select
  visited.opportunity_id,
  visited.rep_id,
  deal.segment,
  deal.territory_id,
  valid_from::date as happened_on,
  visited.stage,
  visited.stage_position,
  furthest > stage_position as is_advanced,
  furthest <= stage_position and deal.status = 'open' as is_undecided
from visited
join kpi_known_deal as deal on deal.opportunity_id = visited.opportunity_id
cross join run
cross join kpi_told
where valid_from::date between told_since and as_of
