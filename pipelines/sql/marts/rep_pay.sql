-- one row per rep and span of dates: on-target earnings of a year, at the rate of the day from which they hold, and the share that varies
create or replace table rep_pay as
select
  person.person_id as rep_id,
  company_cents(
    person.on_target_earnings_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ) as on_target_earnings_cents,
  person.variable_share_rate,
  person.valid_from,
  person.valid_to
from roster_person as person
cross join setting
left join currency_rate as rate
  on rate.currency = person.currency
  and rate.valid_from <= person.valid_from and rate.valid_to > person.valid_from
where person.on_target_earnings_minor is not null or person.variable_share_rate is not null
