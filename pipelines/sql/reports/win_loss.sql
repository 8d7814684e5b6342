-- one row per span, scope, and reason, competitor or stage: its share of lost deals and of lost amount
with whole as (
  select
    span,
    scope,
    explanation,
    sum(lost_count) as lost_count,
    sum(lost_amount_cents) as lost_amount_cents
  from win_loss
  group by all
)
select
  span,
  scope,
  explanation,
  win_loss.value,
  win_loss.lost_count,
  win_loss.lost_amount_cents,
  win_loss.lost_amount_count,
  round(win_loss.lost_count / whole.lost_count, 5) as count_rate,
  round(win_loss.lost_amount_cents::double / nullif(whole.lost_amount_cents, 0)::double, 5)
    as amount_rate
from win_loss
join whole using (span, scope, explanation)
order by span, scope, explanation, win_loss.lost_count desc, win_loss.value
