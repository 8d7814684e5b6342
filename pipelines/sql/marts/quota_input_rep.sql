-- one row per rep who carries or carried a quota and complete month of the data (one, without
-- a month, where the data hold no complete month)
create or replace table quota_input_rep as
with
month as (
  select period_start, period_end
  from fiscal_period
  cross join run
  where period = 'month' and is_complete and period_end >= first_close_date
),
booked as (
  select opportunity.rep_id, month.period_start, sum(bookings_cents) as bookings_cents
  from opportunity
  join month on close_date between month.period_start and period_end
  where status = 'won'
  group by all
),
-- without a roster a rep has no role; whoever books counts
carrier as (
  select rep_id, role, hired_on, left_on, is_active
  from rep
  where rep_id <> 'unassigned'
    and (
      role in ('account_executive', 'account_manager')
      or (role is null and rep_id in (select rep_id from booked))
    )
)
select
  carrier.rep_id,
  month.period_start,
  role,
  is_active,
  hired_on,
  left_on,
  coalesce(bookings_cents, 0)::bigint as bookings_cents
from carrier
left join month on true
left join booked on carrier.rep_id = booked.rep_id and month.period_start = booked.period_start
order by carrier.rep_id, month.period_start
