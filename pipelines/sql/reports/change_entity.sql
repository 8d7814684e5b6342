-- one row per company, region, team, segment and rep that is forecast: its name and, of a rep, its place
select
  path.entity_type,
  path.entity_id,
  coalesce(rep.name, path.entity_id) as label,
  rep.team_id,
  rep.region_id
from (
  select distinct entity_type, entity_id
  from forecast_change
) as path
left join rep on path.entity_type = 'rep' and rep.rep_id = path.entity_id
order by
  case path.entity_type
    when 'company' then 1 when 'region' then 2 when 'team' then 3 when 'segment' then 4 else 5
  end,
  label,
  path.entity_id
