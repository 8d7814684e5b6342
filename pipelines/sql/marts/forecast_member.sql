-- one row per rep, segment and entity that what both book counts for, with teams and regions as they are
create or replace table forecast_member as
with
pair as (
  select rep_id, coalesce(segment, 'unassigned') as segment
  from opportunity
  union
  select version.rep_id, deal.segment
  from opportunity_version as version
  join kpi_known_deal as deal using (opportunity_id)
  union
  -- who has no deal yet counts for a team all the same
  select rep_id, 'unassigned'
  from rep
),
placed as (
  select
    pair.rep_id,
    pair.segment,
    -- who is no rep as of today sells for nobody
    coalesce(rep.rep_id, 'unassigned') as seller_id,
    coalesce(rep.team_id, 'unassigned') as team_id,
    coalesce(rep.region_id, 'unassigned') as region_id
  from pair
  left join rep using (rep_id)
)
select rep_id, segment, 'company' as entity_type, company as entity_id
from placed
cross join run
union all
select rep_id, segment, 'region', region_id from placed
union all
select rep_id, segment, 'team', team_id from placed
union all
select rep_id, segment, 'rep', seller_id from placed
union all
select rep_id, segment, 'segment', segment from placed
