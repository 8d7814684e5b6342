-- one row per company, region or team and closed quarter, and per rep and quarter that changed: bookings and win rate as it closed and as it is now
select
  restated_quarter.entity_type,
  restated_quarter.entity_id,
  restated_quarter.period_start,
  fiscal_period.label,
  restated_quarter.bookings_then_cents,
  restated_quarter.bookings_now_cents,
  restated_quarter.bookings_now_cents - restated_quarter.bookings_then_cents as difference_cents,
  restated_quarter.won_then_count,
  restated_quarter.won_now_count,
  restated_quarter.decided_then_count,
  restated_quarter.decided_now_count,
  -- a few deals tell no rate
  case when decided_then_count >= min_cell then won_then_count / decided_then_count end
    as win_rate_then,
  case when decided_now_count >= min_cell then won_now_count / decided_now_count end
    as win_rate_now,
  restated_quarter.is_changed
from restated_quarter
join fiscal_period
  on fiscal_period.period = 'quarter'
  and fiscal_period.period_start = restated_quarter.period_start
cross join run
where fiscal_period.period_end >= run.first_close_date
  and (restated_quarter.entity_type <> 'rep' or restated_quarter.is_changed)
order by
  restated_quarter.entity_type, restated_quarter.entity_id, restated_quarter.period_start desc
