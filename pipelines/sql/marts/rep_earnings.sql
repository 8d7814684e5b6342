-- one row per rep and span of dates: on-target earnings of a year, at the as-of date's rate
create or replace table rep_earnings as
select
  person.person_id as rep_id,
  company_cents(
    person.on_target_earnings_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ) as on_target_earnings_cents,
  person.valid_from,
  person.valid_to
from roster_person as person
cross join setting
left join currency_rate as rate
  on rate.currency = person.currency
  and rate.valid_from <= setting.as_of and rate.valid_to > setting.as_of
where person.on_target_earnings_minor is not null
