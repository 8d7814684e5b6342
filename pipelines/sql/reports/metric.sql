-- one row per metric: its definition, whether any figure of it is known, and whether its parts alone are
with known as (
  select
    metric,
    bool_or(breakdown is null) as has_whole
  from kpi
  where value is not null
  group by metric
)
select
  metric.*,
  known.metric is not null as has_figures,
  -- told by its parts alone
  coalesce(not has_whole, false) as is_parted
from metric
left join known on known.metric = metric.metric
order by position
