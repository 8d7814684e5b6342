-- one row per rep and span of dates: on-target earnings of a year in their own currency, and the share that varies
create or replace table rep_pay as
select
  person_id as rep_id,
  on_target_earnings_minor,
  variable_share_rate,
  currency,
  valid_from,
  valid_to
from roster_person
where on_target_earnings_minor is not null or variable_share_rate is not null
