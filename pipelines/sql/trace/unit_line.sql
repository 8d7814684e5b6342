-- one row per line with a quantity of a deal won by the as-of date, and entity it counts for
create or replace temp view trace_part as
select
  entity_type,
  entity_id,
  view,
  month_start,
  quarter_start,
  year_start,
  line_id as row_id,
  close_date as dated,
  coalesce(line.product_id, 'unassigned') as state,
  quantity as unit_count,
  1 as unit_line_count
from kpi_deal_entity as placed
join opportunity_line as line on line.opportunity_id = placed.opportunity_id
cross join run
where status = 'won' and close_date <= as_of and quantity is not null
  -- of a deal with several products, each has its own lines
  and (entity_type <> 'product' or entity_id = coalesce(line.product_id, 'unassigned'))
