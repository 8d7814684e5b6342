-- one row per span, scope and pair of values of two dimensions: what was decided where both hold
create or replace table win_pair as
with
compared(dimension, place) as (
  values ('segment', 1), ('industry', 2), ('employees', 3), ('lead_source', 4), ('product', 5), ('region', 6)
),
valued as (
  select win_deal_value.*, place
  from win_deal_value
  join compared using (dimension)
)
select
  win_scope.span,
  win_scope.scope,
  one.dimension,
  one.value,
  other.dimension as other_dimension,
  other.value as other_value,
  count(*) filter (where status = 'won') as won_count,
  count(*) filter (where status = 'lost') as lost_count,
  -- a product's own share of the deal; the deal's own where none of the two is a product
  sum(other.amount_cents) filter (where status = 'won') as won_amount_cents,
  sum(other.activity_count) as activity_count
from win_scope
join valued as one on one.opportunity_id = win_scope.opportunity_id
join valued as other on other.opportunity_id = win_scope.opportunity_id and other.place > one.place
where status <> 'open'
group by all
