-- one row per metric: its definition, whether any figure of it is known, by which periods, and whether its parts alone are
with known as (
  select
    metric,
    bool_or(breakdown is null) as has_whole,
    list(distinct period order by period) as grains
  from kpi
  where value is not null
  group by metric
)
select
  metric.*,
  known.metric is not null as has_figures,
  coalesce(grains, []) as grains,
  -- told by its parts alone
  coalesce(not has_whole, false) as is_parted
from metric
left join known on known.metric = metric.metric
order by position
