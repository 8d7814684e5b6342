-- one row per row that a formula adds up, entity it counts for, view and fiscal period
create or replace view {{rows}} as
select *, unnest(periods_of(month_start, quarter_start, year_start), max_depth := 2)
from {{entities}}
where month_start is not null
  -- a line counts for its own product, not for every product of its deal
  and (entity_type <> 'product' or entity_id = own_product_id)
