-- one row: the company's win rate by value over its last four complete fiscal quarters, null unless all four have one
with recent as (
  select kpi.period_start, kpi.value, kpi.numerator::bigint as won_cents, kpi.denominator::bigint as decided_cents
  from kpi
  join fiscal_period
    on fiscal_period.period = kpi.period
    and fiscal_period.period_start = kpi.period_start
  where kpi.metric = 'win_rate_value'
    and kpi.entity_type = 'company'
    and kpi.period = 'quarter'
    and kpi.view = 'as_is'
    and kpi.breakdown is null
    and fiscal_period.is_complete
  qualify row_number() over (order by kpi.period_start desc) <= 4
)
select
  case
    when count(value) = 4 then sum(won_cents)::bigint / nullif(sum(decided_cents)::bigint, 0)
  end as win_rate_value
from recent
