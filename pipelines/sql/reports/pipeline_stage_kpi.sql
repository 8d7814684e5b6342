-- one row per stage and metric of stages: the company's value of the latest complete year, or quarter where no year is decided
with value as (
  select
    kpi.metric,
    -- the breakdown says `stage: Proposal`
    substr(kpi.breakdown, length('stage: ') + 1) as stage,
    fiscal_period.label,
    kpi.value,
    kpi.n,
    kpi.lower_quartile,
    kpi.median,
    kpi.upper_quartile,
    kpi.status,
    rank() over (
      partition by kpi.metric, kpi.breakdown
      order by
        kpi.status = 'ok' desc,
        kpi.period = 'year' desc,
        kpi.period_start desc
    ) as place
  from kpi
  join fiscal_period
    on fiscal_period.period = kpi.period
    and fiscal_period.period_start = kpi.period_start
    and fiscal_period.is_complete
  where kpi.metric in ('stage_conversion', 'stage_days')
    and kpi.entity_type = 'company'
    and kpi.view = 'as_is'
    and kpi.period in ('quarter', 'year')
    and starts_with(kpi.breakdown, 'stage: ')
)
select metric, stage, label, value, n, lower_quartile, median, upper_quartile, status
from value
where place = 1
order by metric, stage
