-- one row per person and span of dates in one place of the organisation, as recorded by the as-of
create or replace table roster_person as
select
  person_id,
  name,
  email,
  crm_user_id,
  role,
  team_id,
  region_id,
  manager_id,
  hired_on,
  left_on,
  on_target_earnings_minor,
  variable_share_rate,
  currency,
  file_id,
  line,
  holds_from as effective_from,
  -- a person's first place also holds for what they did before it was written down
  case when row_number() over spans = 1 then date '0001-01-01' else holds_from end as valid_from,
  coalesce(lead(holds_from) over spans, date '9999-12-31') as valid_to,
  known_from
from roster_row
where not is_superseded
window spans as (partition by person_id order by holds_from)
