-- one row per opportunity that drops told of, be it deleted since: a past figure keeps what was true then
create or replace view kpi_known_deal as
select opportunity_id, status, coalesce(segment, 'unassigned') as segment, territory_id
from opportunity
union all
select opportunity_id, 'deleted', coalesce(segment, 'unassigned'), territory_id
from removed_opportunity
