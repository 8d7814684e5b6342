-- one row per span, scope and open stage: its share of all days that decided deals were open, and of all that were lost
with whole as (
  select span, scope, sum(days) as days, sum(lost_count) as lost_count
  from win_stage
  group by all
)
select
  span,
  scope,
  win_stage.stage,
  win_stage.position,
  win_stage.deal_count,
  win_stage.days,
  days_quartiles[2] as median_days,
  win_stage.lost_count,
  win_stage.lost_amount_cents,
  round(win_stage.days::double / nullif(whole.days, 0)::double, 5) as days_rate,
  round(win_stage.lost_count / nullif(whole.lost_count, 0), 5) as lost_rate,
  -- of the deals that were in it, whichever way they left
  round(win_stage.lost_count / deal_count, 5) as lost_from_rate
from win_stage
join whole using (span, scope)
order by span, scope, win_stage.position nulls last, win_stage.stage
