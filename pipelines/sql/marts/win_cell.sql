-- one row per span, scope, dimension and value: what was decided there, how large, how long, at what effort
create or replace table win_cell as
select
  span,
  scope,
  dimension,
  value,
  count(*) filter (where status = 'won') as won_count,
  count(*) filter (where status = 'lost') as lost_count,
  count(*) filter (where status = 'open') as open_count,
  sum(amount_cents) filter (where status = 'won') as won_amount_cents,
  sum(amount_cents) filter (where status = 'lost') as lost_amount_cents,
  sum(amount_cents) filter (where status = 'open') as open_amount_cents,
  count(amount_cents) filter (where status = 'won') as won_amount_count,
  -- sums of powers, from which spread and skew follow, of whole hundreds lest cubes overflow
  sum(amount_cents // 100) filter (where status = 'won') as size_sum,
  sum((amount_cents // 100)::hugeint * (amount_cents // 100)) filter (where status = 'won')
    as size_squares,
  sum((amount_cents // 100)::hugeint * (amount_cents // 100) * (amount_cents // 100))
    filter (where status = 'won') as size_cubes,
  quantile_cont(amount_cents, [0.25, 0.5, 0.75]) filter (where status = 'won')
    as won_amount_quartiles,
  count(cycle_days) filter (where status = 'won') as cycle_count,
  sum(cycle_days) filter (where status = 'won') as cycle_days,
  sum(cycle_days::hugeint * cycle_days) filter (where status = 'won') as cycle_squares,
  sum(cycle_days::hugeint * cycle_days * cycle_days) filter (where status = 'won')
    as cycle_cubes,
  quantile_cont(cycle_days, [0.25, 0.5, 0.75]) filter (where status = 'won') as cycle_quartiles,
  sum(activity_count) filter (where status <> 'open') as activity_count,
  sum(call_count) filter (where status <> 'open') as call_count,
  sum(email_count) filter (where status <> 'open') as email_count,
  sum(meeting_count) filter (where status <> 'open') as meeting_count,
  sum(contact_minutes) filter (where status <> 'open') as contact_minutes,
  sum(rep_days) filter (where status <> 'open') as rep_days,
  sum(open_days) filter (where status <> 'open') as open_days
from win_scope
join win_deal_value on win_deal_value.opportunity_id = win_scope.opportunity_id
group by all
