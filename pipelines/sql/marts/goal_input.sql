-- one row per goal and fiscal period of its KPI up to the as-of: by month or quarter, and for a share its whole span
create or replace table goal_input as
with
reported as (
  select
    goal_id,
    kpi.period,
    kpi.period_start,
    kpi.period = goal.period as is_step,
    kpi.period_start = start_date and period_end = due_date as is_span,
    kpi.numerator,
    kpi.denominator,
    kpi.value,
    kpi.n,
    kpi.status,
    is_complete
  from goal
  join kpi
    on kpi.metric = goal.metric
    and kpi.entity_type = goal.entity_type
    and kpi.entity_id = goal.entity_id
    -- a team's deals are those of its members of the day
    and kpi.view = 'as_was'
    and kpi.breakdown is null
  join fiscal_period
    on fiscal_period.period = kpi.period
    and fiscal_period.period_start = kpi.period_start
  cross join run
  where kpi.period_start <= as_of
    and (
      kpi.period = goal.period
      or (measure = 'share' and kpi.period_start = start_date and period_end = due_date)
    )
),
-- months of the span in which the entity had nothing to report yet or any more, and others had
silent as (
  select
    goal_id,
    fiscal_period.period,
    fiscal_period.period_start,
    true as is_step,
    false as is_span,
    0 as numerator,
    null as denominator,
    0 as value,
    0 as n,
    'ok' as status,
    is_complete
  from goal
  join fiscal_period
    on fiscal_period.period = goal.period
    and fiscal_period.period_start between start_date and due_date
  cross join run
  where measure in ('sum', 'share')
    and fiscal_period.period_start <= as_of
    and fiscal_period.period_start > first_close_date
)
from reported
union all
from silent
anti join reported using (goal_id, period, period_start)
