-- one row per forecast that a person called by the as-of: entity, period, category, day, source and caller
create or replace table forecast_call as
with
from_crm as (
  select
    total.*,
    coalesce(scope.entity_type, 'rep') as entity_type,
    coalesce(scope.entity_id, total.rep_id) as entity_id,
    held.manager_id
  from crm_call_total as total
  left join call_scope as scope on scope.person_id = total.rep_id
  left join rep_assignment as held
    on held.rep_id = total.rep_id
    and held.valid_from <= total.recorded_on and held.valid_to > total.recorded_on
),
called as (
  select *, 'plan' as source
  from plan_call
  union all by name
  select
    entity_type, entity_id, period, period_start, category, recorded_on,
    own_cents as amount_cents, rep_id as called_by, source
  from from_crm
  union all by name
  -- the manager's word, where it is another
  select
    entity_type, entity_id, period, period_start, category, recorded_on,
    amount_cents, manager_id as called_by, source
  from from_crm
  where amount_cents <> own_cents
)
select
  entity_type,
  entity_id,
  period,
  period_start,
  category,
  recorded_on,
  source,
  amount_cents,
  called_by,
  -- a rep's call is of the rep's own bookings, by nobody else
  case when entity_type = 'rep' and coalesce(called_by, entity_id) = entity_id then 'rep' else 'manager' end
    as level
from called
