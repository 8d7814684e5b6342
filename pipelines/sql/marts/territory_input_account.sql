-- one row per account: what rules of territories and their balance ask of it
create or replace table territory_input_account as
with
booked as (
  select account_id, sum(bookings_cents) as bookings_cents
  from opportunity
  cross join setting
  where status = 'won' and close_date <= as_of and close_date > as_of - interval 2 year
  group by account_id
),
open_deal as (
  select account_id, count(*) as count_open
  from opportunity
  where status = 'open'
  group by account_id
),
active as (
  select coalesce(activity.account_id, opportunity.account_id) as account_id, count(*) as count_activities
  from activity
  cross join setting
  left join opportunity using (opportunity_id)
  where activity_date <= as_of and activity_date > as_of - interval 90 day
  group by all
)
select
  account.account_id,
  account.name,
  nullif(rep_alias.rep_id, 'unassigned') as rep_id,
  account.segment,
  account.industry,
  account.country,
  rep.region_id,
  account.employees,
  coalesce(open_deal.count_open, 0)::integer as count_open,
  coalesce(active.count_activities, 0)::integer as count_activities,
  coalesce(booked.bookings_cents, 0)::bigint as bookings_cents
from account
left join rep_alias on rep_alias.alias = account.owner_id
left join rep on rep.rep_id = rep_alias.rep_id
left join booked on booked.account_id = account.account_id
left join open_deal on open_deal.account_id = account.account_id
left join active on active.account_id = account.account_id
order by account.account_id
