-- one row per product that a CRM lists, or that a deal or a line of one names
create or replace table product as
with latest as (
  select source, product_id, max(row_order) as row_order
  from {{product}}
  where reject_reason is null
  group by source, product_id
),
listed as (
  select staged.product_id, staged.name, staged.family
  from {{product}} as staged
  semi join latest
    on latest.source = staged.source and latest.product_id = staged.product_id
    and latest.row_order = staged.row_order
  where staged.reject_reason is null
),
told as (
  from listed
  union all by name
  select distinct product_id from opportunity_line where product_id is not null
)
select product_id, coalesce(min(name), product_id) as name, min(family) as family
from told
group by product_id
