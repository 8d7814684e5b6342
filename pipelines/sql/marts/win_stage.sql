-- one row per span, scope and open stage: decided deals that were in it, their days there, and those lost from it
create or replace table win_stage as
with placed as (
  select stage, min(position) as position
  from stage
  group by stage
)
select
  span,
  scope,
  win_stage_deal.stage,
  any_value(placed.position) as position,
  count(*) as deal_count,
  sum(days) as days,
  count(*) filter (where is_last_stage and outcome = 'lost') as lost_count,
  sum(amount_cents) filter (where is_last_stage and outcome = 'lost') as lost_amount_cents,
  quantile_cont(days, [0.25, 0.5, 0.75]) as days_quartiles
from win_scope
join win_stage_deal on win_stage_deal.opportunity_id = win_scope.opportunity_id
left join placed on placed.stage = win_stage_deal.stage
where win_scope.status <> 'open'
group by span, scope, win_stage_deal.stage
