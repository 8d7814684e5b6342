-- one row per rep with a quota, fiscal period, view and entity the rep counts for
create or replace view kpi_rep_entity as
select
  kpi_rep_period.*,
  unnest([
    {entity_type: 'company', entity_id: company},
    {entity_type: 'region', entity_id: region_id},
    {entity_type: 'team', entity_id: team_id}
  ], max_depth := 2)
from kpi_rep_period
cross join run
