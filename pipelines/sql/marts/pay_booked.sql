-- one row per rep who carries or carried a quota: bookings of the last twelve complete months
create or replace table pay_booked as
select
  rep_id,
  coalesce(sum(bookings_cents) filter (
    period_start >= date_trunc('month', as_of) - interval 12 month
    and period_start < date_trunc('month', as_of)
  ), 0)::bigint as bookings_cents
from quota_input_rep
cross join run
group by rep_id
order by rep_id
