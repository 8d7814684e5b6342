-- one row per forecast that plans/calls.csv ever held by the as-of: entity, period, category, day and caller
create or replace table plan_call as
with named as (
  select
    recorded.entity_type,
    coalesce(called.rep_id, recorded.entity_id) as entity_id,
    fiscal_period.period,
    fiscal_period.period_start,
    replace(lower(recorded.category), ' ', '_') as category,
    coalesce(caller.rep_id, recorded.called_by) as called_by,
    -- plans/calls.csv has no currency: amounts are in the company's
    recorded.amount_minor as amount_cents,
    recorded.known_from,
    recorded.known_to,
    recorded.file_id,
    recorded.row_order,
    setting.as_of
  from {{recorded_call}} as recorded
  cross join setting
  -- a period that no plan and no deal names has nothing to compare a call with
  join fiscal_period on fiscal_period.label = recorded.period_label
  left join rep_alias as called
    on recorded.entity_type = 'rep' and called.alias = recorded.entity_id
  left join rep_alias as caller on caller.alias = recorded.called_by
  where recorded.reject_reason is null and recorded.known_from <= setting.as_of
),
-- what was said stays said: an edited row is a call of the day on which the edit was seen
dated as (
  select
    *,
    case when lag(known_to) over told <= as_of
      then greatest(known_from, lag(known_to) over told)
      else known_from
    end as recorded_on
  from named
  window told as (
    partition by
      entity_type, entity_id, period, period_start, category, called_by, known_from
    order by file_id, row_order
  )
)
select
  entity_type,
  entity_id,
  period,
  period_start,
  category,
  recorded_on,
  amount_cents,
  called_by
from dated
qualify row_number() over (
  partition by entity_type, entity_id, period, period_start, category, called_by, recorded_on
  order by file_id desc, row_order desc
) = 1
