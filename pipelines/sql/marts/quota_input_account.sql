-- one row per account: who owns it today and what it booked in the two years to the as-of date
create or replace table quota_input_account as
with
booked as (
  select account_id, sum(bookings_cents) as bookings_cents
  from opportunity
  cross join run
  where status = 'won' and close_date <= as_of and close_date > as_of - interval 2 year
  group by account_id
)
select
  account_id,
  coalesce(rep_alias.rep_id, owner_id) as owner_id,
  segment,
  employees,
  coalesce(bookings_cents, 0)::bigint as bookings_cents
from account
left join booked using (account_id)
left join rep_alias on rep_alias.alias = account.owner_id
order by account_id
