-- one row per span, scope, and reason, competitor or stage that deals were lost for, to or from
create or replace table win_loss as
with explained as (
  select
    span,
    scope,
    amount_cents,
    unnest(list_filter(
      [
        {explanation: 'reason', value: loss_reason, is_told: has_reason},
        {explanation: 'competitor', value: competitor, is_told: has_competitor},
        {explanation: 'stage', value: lost_stage, is_told: has_stage}
      ],
      lambda part: part.is_told
    ), max_depth := 2)
  from win_scope
  join kpi_deal on kpi_deal.opportunity_id = win_scope.opportunity_id
  cross join kpi_loss_told
  where win_scope.status = 'lost'
)
select
  span,
  scope,
  explanation,
  coalesce(value, 'unassigned') as value,
  count(*) as lost_count,
  sum(amount_cents) as lost_amount_cents,
  count(amount_cents) as lost_amount_count
from explained
group by all
