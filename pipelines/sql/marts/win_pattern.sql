-- one row per span, scope and combination of all values that decided deals have: how many were won and lost
create or replace table win_pattern as
with products as (
  select opportunity_id, case when count(*) = 1 then min(product_id) else 'several' end as product
  from win_deal_product
  group by opportunity_id
)
select
  win_scope.span,
  win_scope.scope,
  segment,
  industry,
  employees,
  lead_source,
  region,
  win_deal.deal_type,
  coalesce(product, 'unassigned') as product,
  count(*) filter (where win_scope.status = 'won') as won_count,
  count(*) filter (where win_scope.status = 'lost') as lost_count
from win_scope
join win_deal on win_deal.opportunity_id = win_scope.opportunity_id
left join products on products.opportunity_id = win_scope.opportunity_id
where win_scope.status <> 'open'
group by all
