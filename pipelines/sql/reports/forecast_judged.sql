-- one row per basis, company, region or team, grain, model, periods ahead and third: how such forecasts came out
select *
from forecast_accuracy
where entity_type in ('company', 'region', 'team')
  and horizon <= case period when 'month' then 3 when 'quarter' then 4 else 1 end
order by
  basis,
  entity_type,
  period,
  -- what readers were shown first, what stands in where there is little history last
  case
    when model = 'published' then 1
    when model in ('stage_weighted', 'naive') then 2
    when model in ('combined', 'series', 'pipeline') then 3
    else 4
  end,
  model desc,
  horizon,
  third,
  entity_id
