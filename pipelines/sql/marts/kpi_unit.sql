-- one row per entity, fiscal period and view that is reported: units on the lines of deals won
create or replace table kpi_unit as
with
sold as (
  select
    line.opportunity_id,
    coalesce(line.product_id, 'unassigned') as product_id,
    -- exact in any order of rows
    sum(line.quantity::decimal(18, 4)) as units,
    count(*) as lines
  from opportunity_line as line
  join kpi_deal on kpi_deal.opportunity_id = line.opportunity_id
  cross join run
  where status = 'won' and close_date <= as_of and quantity is not null
  group by all
),
placed as (
  select kpi_deal.*, company, product_id, units, lines
  from sold
  join kpi_deal on kpi_deal.opportunity_id = sold.opportunity_id
  cross join run
  where month_start is not null
),
counted as (
  select
    entity_type,
    placed_in(
      entity_type, view,
      company, rep_id, team_as_was, region_as_was, team_as_is, region_as_is, segment, territory_id
    ) as entity_id,
    view,
    placed.*
  from placed
  cross join placings()
  union all
  select 'product', product_id, 'both', placed.*
  from placed
),
dated as (
  select
    entity_type,
    entity_id,
    view,
    period,
    start_of(period, month_start, quarter_start, year_start) as period_start,
    units,
    lines
  from counted
  cross join grains()
  where entity_id is not null
),
summed as (
  select
    entity_type,
    entity_id,
    unnest(views_of(view)) as view,
    period,
    period_start,
    sum(units) as unit_count,
    sum(lines)::bigint as unit_line_count
  from dated
  group by entity_type, entity_id, dated.view, period, period_start
)
select
  kpi_cell.* exclude (is_observed),
  coalesce(unit_count, 0) as unit_count,
  coalesce(unit_line_count, 0) as unit_line_count
from kpi_cell
left join summed using (entity_type, entity_id, view, period, period_start)
-- where no line has a quantity, none is known
where is_observed and exists (from opportunity_line where quantity is not null)
