-- the entities that a deal, lead or activity counts for, each with the view that puts it there
create or replace macro entities_of(
  company, rep_id, team_as_was, region_as_was, team_as_is, region_as_is, segment, territory_id
) as list_filter(
  [
    {entity_type: 'company', entity_id: company, view: 'both'},
    {entity_type: 'region', entity_id: region_as_was, view: 'as_was'},
    {entity_type: 'region', entity_id: region_as_is, view: 'as_is'},
    {entity_type: 'team', entity_id: team_as_was, view: 'as_was'},
    {entity_type: 'team', entity_id: team_as_is, view: 'as_is'},
    {entity_type: 'rep', entity_id: rep_id, view: 'both'},
    {entity_type: 'segment', entity_id: segment, view: 'both'},
    {entity_type: 'territory', entity_id: territory_id, view: 'both'}
  ],
  lambda entity: entity.entity_id is not null
)
