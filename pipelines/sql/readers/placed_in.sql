-- the entity of a type that a row counts for in a view, null where it has none
create or replace macro placed_in(
  entity_type, view,
  company, rep_id, team_as_was, region_as_was, team_as_is, region_as_is, segment, territory_id
) as
  case entity_type
    when 'company' then company
    when 'region' then case view when 'as_was' then region_as_was else region_as_is end
    when 'team' then case view when 'as_was' then team_as_was else team_as_is end
    when 'rep' then rep_id
    when 'segment' then segment
    when 'territory' then territory_id
  end
