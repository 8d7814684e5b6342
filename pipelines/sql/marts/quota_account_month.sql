-- one row per account, role of who won and complete month: what was booked, in the company's minor units
create or replace table quota_account_month as
select
  opportunity.account_id,
  coalesce(post.role, '') as role,
  fiscal_period.period_start,
  sum(opportunity.bookings_cents)::bigint as bookings_cents
from opportunity
join fiscal_period
  on fiscal_period.period = 'month'
  and fiscal_period.is_complete
  and opportunity.close_date between fiscal_period.period_start and fiscal_period.period_end
join rep_assignment as post
  on post.rep_id = opportunity.rep_id
  and post.valid_from <= opportunity.close_date and post.valid_to > opportunity.close_date
where opportunity.status = 'won' and opportunity.account_id is not null
group by all
