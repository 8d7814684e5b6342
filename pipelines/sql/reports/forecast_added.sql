-- one row per step from one forecast to another, by type of entity, entity or person, grain and periods ahead: how much closer it came
select added.*, rep.name
from forecast_value_added as added
left join rep on rep.rep_id = added.called_by
where added.entity_type <> 'rep' or added.entity_id is null
order by basis, step, category, added.entity_type, entity_id, called_by, period, horizon
