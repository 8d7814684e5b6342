-- one row per forecast that a person called by the as-of: entity, period, category and day
create or replace table forecast_call as
with recorded as (
  select
    staged.*,
    fiscal_period.period,
    fiscal_period.period_start,
    row_number() over (
      partition by
        staged.entity_type, staged.entity_id, staged.period_label, staged.category,
        staged.recorded_on
      order by staged.row_order desc
    ) as place
  from {{call}} as staged
  cross join setting
  -- a period that no plan and no deal names has nothing to compare a call with
  join fiscal_period on fiscal_period.label = staged.period_label
  where staged.reject_reason is null and staged.recorded_on <= setting.as_of
)
select
  recorded.entity_type,
  recorded.entity_id,
  recorded.period,
  recorded.period_start,
  lower(recorded.category) as category,
  recorded.recorded_on,
  -- plans/calls.csv has no currency: amounts are in the company's
  recorded.amount_minor as amount_cents,
  recorded.called_by
from recorded
where recorded.place = 1
