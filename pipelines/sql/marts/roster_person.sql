-- one row per person and span of dates in one place of the organisation, as recorded by the as-of
create or replace table roster_person as
with recorded as (
  select *
  from {{roster}}
  where reject_reason is null
    and coalesce(recorded_on, date '0001-01-01') <= (select as_of from setting)
),
placed as (
  select
    *,
    row_number() over (
      partition by person_id, coalesce(effective_from, date '0001-01-01')
      order by coalesce(recorded_on, date '0001-01-01') desc, row_order desc
    ) as place
  from recorded
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
  left_on,
  on_target_earnings_minor,
  currency,
  file_id,
  line,
  coalesce(effective_from, date '0001-01-01') as effective_from,
  -- a person's first place also holds for what they did before it was written down
  case
    when row_number() over spans = 1 then date '0001-01-01'
    else coalesce(effective_from, date '0001-01-01')
  end as valid_from,
  coalesce(lead(effective_from) over spans, date '9999-12-31') as valid_to
from placed
where place = 1
window spans as (partition by person_id order by coalesce(effective_from, date '0001-01-01'))
