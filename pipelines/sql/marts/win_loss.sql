-- one row per span, scope, and reason, competitor or stage that deals were lost for, to or from
create or replace table win_loss as
with lost as (
  select
    win_deal.opportunity_id,
    span,
    scope,
    amount_cents,
    loss_reason,
    competitor
  from win_scope
  join win_deal on win_deal.opportunity_id = win_scope.opportunity_id
  where win_scope.status = 'lost'
),
last_stage as (
  select opportunity_id, stage
  from win_stage_deal
  where is_last_stage
),
explained as (
  select
    span,
    scope,
    amount_cents,
    unnest([
      {explanation: 'reason', value: loss_reason},
      {explanation: 'competitor', value: competitor},
      {explanation: 'stage', value: coalesce(stage, 'unassigned')}
    ], max_depth := 2)
  from lost
  left join last_stage on last_stage.opportunity_id = lost.opportunity_id
)
select
  span,
  scope,
  explanation,
  value,
  count(*) as lost_count,
  sum(amount_cents) as lost_amount_cents,
  count(amount_cents) as lost_amount_count
from explained
group by all
