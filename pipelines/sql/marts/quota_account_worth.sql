-- one row per account, role and origin: who works it and what it is worth a year
create or replace table quota_account_worth as
select
  state.origin,
  state.month_number,
  state.is_current,
  state.account_id,
  state.role,
  state.rep_id,
  state.before_cents,
  worth.potential_cents,
  worth.potential_error_rate,
  worth.expected_cents
from quota_account_cell as state
join quota_cell as cell
  on cell.origin = state.origin
  and cell.role = state.role
  and cell.segment is not distinct from state.segment
  and cell.industry is not distinct from state.industry
  and cell.size_band is not distinct from state.size_band
  and cell.history_band is not distinct from state.history_band
  and cell.is_lapsed = state.is_lapsed
join quota_cell_worth as worth using (cell_id)
