-- one row per record of the roster as recorded by the as-of: from when it holds, and whether another took its place
create or replace table roster_row as
with recorded as (
  select
    *,
    coalesce(effective_from, date '0001-01-01') as stated_from,
    known_to <= (select as_of from setting) as is_gone
  from {{recorded_roster}}
  where reject_reason is null and known_from <= (select as_of from setting)
),
-- a row edited in place doesn't rewrite the past: the new one takes over when it was first seen
dated as (
  select
    *,
    case
      when bool_or(is_gone) over earlier then greatest(stated_from, known_from)
      else stated_from
    end as holds_from,
    -- nobody is forgotten because a row was deleted: who is in no row any more has left
    is_gone and not bool_or(not is_gone) over (partition by person_id) as is_deleted,
    is_gone and known_to < max(known_to) over (partition by person_id) as is_edited
  from recorded
  window earlier as (
    partition by person_id, stated_from order by known_from, row_order
    rows between unbounded preceding and 1 preceding
  )
)
select
  person_id,
  name,
  email,
  crm_user_id,
  role,
  coalesce(team, 'unassigned') as team_id,
  coalesce(region, 'unassigned') as region_id,
  manager_id,
  hired_on,
  case when is_deleted then least(coalesce(left_on, known_to), known_to) else left_on end as left_on,
  on_target_earnings_minor,
  variable_share_rate,
  currency,
  file_id,
  line,
  row_order,
  holds_from,
  known_from,
  is_edited,
  row_number() over (partition by person_id, holds_from order by known_from desc, row_order desc) > 1
    as is_superseded
from dated
