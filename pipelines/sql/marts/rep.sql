-- one row per rep, as the as-of knows them
create or replace table rep as
with crm as (
  select user_id, min(name) as name, min(email) as email, bool_or(is_active) as is_active
  from crm_user
  group by user_id
),
current_place as (
  select *
  from rep_assignment
  where valid_from <= (select as_of from setting) and valid_to > (select as_of from setting)
)
select
  current_place.rep_id,
  coalesce(
    person.name,
    crm.name,
    case current_place.rep_id when 'unassigned' then 'Unassigned' else current_place.rep_id end
  ) as name,
  current_place.role,
  current_place.team_id,
  current_place.region_id,
  current_place.manager_id,
  person.hired_on,
  case when person.left_on <= setting.as_of then person.left_on end as left_on,
  coalesce(person.email, crm.email) as email,
  company_cents(
    person.on_target_earnings_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ) as on_target_earnings_cents,
  case
    when person.person_id is not null
      then (person.left_on is null or person.left_on > setting.as_of)
        and coalesce(person.hired_on, date '0001-01-01') <= setting.as_of
    else current_place.rep_id <> 'unassigned' and coalesce(crm.is_active, true)
  end as is_active
from current_place
cross join setting
left join roster_person as person
  on person.person_id = current_place.rep_id
  and person.valid_from <= setting.as_of and person.valid_to > setting.as_of
left join crm on crm.user_id = current_place.rep_id
left join currency_rate as rate
  on rate.currency = person.currency
  and rate.valid_from <= setting.as_of and rate.valid_to > setting.as_of
where current_place.rep_id <> 'unassigned'
  or exists (
    select 1
    from {{opportunity}} as opportunity
    where coalesce(opportunity.owner_id, '') not in (select alias from rep_alias)
  )
