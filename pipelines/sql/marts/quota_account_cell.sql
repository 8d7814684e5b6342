-- one row per account, role and origin: the cell of accounts alike that it is in
create or replace table quota_account_cell as
with usual as (
  select origin, role, quantile_disc(before_cents, 0.5) as before_cents
  from quota_account_state
  where before_cents > 0
  group by origin, role
)
select
  state.*,
  -- half-octaves about the usual, so that the currency's unit plays no part
  case
    when state.before_cents > 0
      then round(2 * log2(state.before_cents::double / usual.before_cents))::integer
  end as history_band,
  state.was_customer and state.before_cents = 0 as is_lapsed
from quota_account_state as state
left join usual using (origin, role)
