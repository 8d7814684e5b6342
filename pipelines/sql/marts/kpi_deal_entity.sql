-- one row per opportunity, entity it counts for and view; a null view holds for both
create or replace view kpi_deal_entity as
with
deal as (
  select
    *,
    [
      {entity_type: 'company', entity_id: company, view: 'both'},
      {entity_type: 'region', entity_id: region_as_was, view: 'as_was'},
      {entity_type: 'region', entity_id: region_as_is, view: 'as_is'},
      {entity_type: 'team', entity_id: team_as_was, view: 'as_was'},
      {entity_type: 'team', entity_id: team_as_is, view: 'as_is'},
      {entity_type: 'rep', entity_id: rep_id, view: 'both'},
      {entity_type: 'segment', entity_id: segment, view: 'both'}
    ] as entities
  from kpi_deal
  cross join run
),
whole as (
  select
    unnest(entities, max_depth := 2),
    status, close_date, month_start, quarter_start, year_start,
    amount_cents, bookings_cents, cycle_days
  from deal
),
product as (
  select
    'product' as entity_type, product_id as entity_id, 'both' as view,
    status, close_date, month_start, quarter_start, year_start,
    kpi_deal_product.amount_cents, kpi_deal_product.bookings_cents, cycle_days
  from kpi_deal_product
  join kpi_deal on kpi_deal_product.opportunity_id = kpi_deal.opportunity_id
)
from whole
union all
from product
