-- one row per person, category, entity and grain of calls on periods that are over: how they came out
select called.*, rep.name
from forecast_call_accuracy as called
left join rep on rep.rep_id = called.called_by
order by called_by, level, category, entity_type, entity_id, period
