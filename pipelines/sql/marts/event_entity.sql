-- one row per event, entity that it counts for on its day and view; view 'both' holds for both
create or replace view {{entities}} as
with
placed as (
  select
    event.*,
    month_start,
    quarter_start,
    year_start,
    entities_of(
      company,
      event.rep_id,
      coalesce(held.team_id, rep.team_id, 'unassigned'),
      coalesce(held.region_id, rep.region_id, 'unassigned'),
      coalesce(rep.team_id, 'unassigned'),
      coalesce(rep.region_id, 'unassigned'),
      event.segment,
      event.territory_id
    ) as entities
  from {{events}} as event
  cross join run
  left join rep on rep.rep_id = event.rep_id
  left join kpi_assignment as held
    on held.rep_id = event.rep_id
    and event.happened_on >= held.valid_from and event.happened_on < held.valid_to
  left join kpi_month on month_start = date_trunc('month', event.happened_on)
)
select unnest(entities, max_depth := 2), placed.* exclude (entities)
from placed
union all
select 'product', product_id, 'both', placed.* exclude (entities)
from placed
join kpi_deal_product on kpi_deal_product.opportunity_id = placed.opportunity_id
