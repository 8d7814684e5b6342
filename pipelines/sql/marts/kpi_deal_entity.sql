-- one row per opportunity, entity it counts for and view; view 'both' holds for both
create or replace view kpi_deal_entity as
with
whole as (
  select
    entity_type,
    placed_in(
      entity_type, view,
      company, rep_id, team_as_was, region_as_was, team_as_is, region_as_is, segment, territory_id
    ) as entity_id,
    view,
    opportunity_id, status, close_date, month_start, quarter_start, year_start,
    stage, age_days, loss_reason, competitor, lost_stage,
    amount_cents, bookings_cents, cycle_days
  from kpi_deal
  cross join run
  cross join placings()
),
product as (
  select
    'product' as entity_type, product_id as entity_id, 'both' as view,
    kpi_deal.opportunity_id, status, close_date, month_start, quarter_start, year_start,
    stage, age_days, loss_reason, competitor, lost_stage,
    kpi_deal_product.amount_cents, kpi_deal_product.bookings_cents, cycle_days
  from kpi_deal_product
  join kpi_deal on kpi_deal_product.opportunity_id = kpi_deal.opportunity_id
)
from whole where entity_id is not null
union all
from product
