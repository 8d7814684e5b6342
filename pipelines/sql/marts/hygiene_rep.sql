-- one row per rep with open opportunities: how many have something to mend, of those of which it is told
create or replace table hygiene_rep as
with counted as (
  select
    rep_id,
    count(*) as count_open,
    sum(bookings_cents)::bigint as open_cents,
    count(*) filter (count_to_mend > 0) as count_to_mend,
    coalesce(sum(bookings_cents) filter (count_to_mend > 0), 0)::bigint as to_mend_cents,
    count(is_without_next_step) as count_next_step_told,
    count(*) filter (is_without_next_step) as count_without_next_step,
    count(is_stale) as count_stage_aged,
    count(*) filter (is_stale) as count_stale,
    count(*) filter (is_overdue) as count_overdue,
    count(*) filter (is_without_amount) as count_without_amount,
    count(is_idle) as count_activity_told,
    count(*) filter (is_idle) as count_idle
  from hygiene_deal
  group by rep_id
)
select
  rep_id,
  count_open,
  open_cents,
  count_to_mend,
  to_mend_cents,
  count_to_mend / count_open as to_mend_rate,
  case when count_next_step_told > 0 then count_without_next_step end as count_without_next_step,
  count_without_next_step / nullif(count_next_step_told, 0) as without_next_step_rate,
  case when count_stage_aged > 0 then count_stale end as count_stale,
  count_stale / nullif(count_stage_aged, 0) as stale_rate,
  count_overdue,
  count_overdue / count_open as overdue_rate,
  count_without_amount,
  count_without_amount / count_open as without_amount_rate,
  case when count_activity_told > 0 then count_idle end as count_idle,
  count_idle / nullif(count_activity_told, 0) as idle_rate
from counted
