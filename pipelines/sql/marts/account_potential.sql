-- one row per account and role that works accounts, at the as-of: what it could buy a year, what it is expected to, and what it bought of that
create or replace table account_potential as
with mean as (
  select role, avg(potential_cents) as potential_cents
  from quota_account_worth
  where is_current
  group by role
)
select
  worth.account_id,
  worth.role,
  worth.rep_id,
  worth.potential_cents,
  worth.potential_error_rate,
  worth.expected_cents,
  worth.before_cents as trailing_cents,
  -- 1 is the average account of the role
  worth.potential_cents / nullif(mean.potential_cents, 0) as potential_index,
  worth.before_cents / nullif(worth.potential_cents, 0) as penetration_rate
from quota_account_worth as worth
join mean using (role)
where worth.is_current
