-- one row per account, origin and role that works accounts: who works it then, what it is like, what it booked the year before and the year after
create or replace table quota_account_state as
with
-- a role works accounts where somebody of it carries a quota
working_role as (
  select distinct coalesce(role, '') as role from quota_input_rep
),
known as (
  select account.account_id, segment, employees, industry, origin, month_number, is_current, working_role.role
  from account
  join quota_origin on coalesce(account.created_date, date '0001-01-01') < origin
  cross join working_role
),
placed as (
  select
    known.* replace (
      case when told.account_id is null then known.industry else told.industry end as industry
    ),
    holder.rep_id
  from known
  asof left join quota_account_holder as holder
    on holder.account_id = known.account_id and holder.role = known.role and known.origin > holder.since
  left join account_industry as told
    on told.account_id = known.account_id and told.told_from <= known.origin and told.told_to > known.origin
),
booked as (
  select
    account_id,
    role,
    origin,
    sum(bookings_cents) filter (period_start >= origin - interval 12 month and period_start < origin)
      as before_cents,
    count(*) filter (period_start < origin - interval 12 month) > 0 as was_customer,
    sum(bookings_cents) filter (period_start >= origin and period_start < origin + interval 12 month)
      as after_cents
  from quota_account_month
  cross join quota_origin
  group by all
)
select
  placed.origin,
  placed.month_number,
  placed.is_current,
  placed.account_id,
  placed.role,
  -- whoever has left works nothing
  case when rep.left_on < placed.origin then null else rep.rep_id end as rep_id,
  placed.segment,
  placed.industry,
  round(log2(greatest(1, placed.employees)))::integer as size_band,
  greatest(0, coalesce(booked.before_cents, 0))::bigint as before_cents,
  coalesce(booked.was_customer, false) as was_customer,
  greatest(0, coalesce(booked.after_cents, 0))::bigint as after_cents
from placed
left join booked
  on booked.account_id = placed.account_id
  and booked.role = placed.role
  and booked.origin = placed.origin
left join rep on rep.rep_id = placed.rep_id
