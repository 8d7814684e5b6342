-- one row per span, scope and open stage: decided deals that were in it, their days there, and those lost from it
create or replace table win_stage as
select
  span,
  scope,
  stay.stage,
  any_value(stage_place.position) as position,
  count(*) as deal_count,
  sum(stay_days) as days,
  count(*) filter (where stay.stage = lost_stage) as lost_count,
  sum(amount_cents) filter (where stay.stage = lost_stage) as lost_amount_cents,
  quantile_cont(stay_days, [0.25, 0.5, 0.75]) as days_quartiles
from win_scope
join kpi_stage_stay as stay on stay.opportunity_id = win_scope.opportunity_id
join kpi_deal on kpi_deal.opportunity_id = win_scope.opportunity_id
left join stage_place on stage_place.stage = stay.stage
where win_scope.status <> 'open'
group by span, scope, stay.stage
