-- one row per event, entity that it counts for on its day and view; view 'both' holds for both
create or replace view {{entities}} as
with
placed as (
  select
    event.*,
    month_start,
    quarter_start,
    year_start,
    company,
    coalesce(held.team_id, rep.team_id, 'unassigned') as team_as_was,
    coalesce(held.region_id, rep.region_id, 'unassigned') as region_as_was,
    coalesce(rep.team_id, 'unassigned') as team_as_is,
    coalesce(rep.region_id, 'unassigned') as region_as_is
  from {{events}} as event
  cross join run
  left join rep on rep.rep_id = event.rep_id
  left join kpi_assignment as held
    on held.rep_id = event.rep_id
    and event.happened_on >= held.valid_from and event.happened_on < held.valid_to
  left join kpi_month on month_start = date_trunc('month', event.happened_on)
),
whole as (
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
)
select * exclude (company, team_as_was, region_as_was, team_as_is, region_as_is)
from whole
where entity_id is not null
union all by name
select
  'product' as entity_type,
  product_id as entity_id,
  'both' as view,
  placed.* exclude (company, team_as_was, region_as_was, team_as_is, region_as_is)
from placed
join kpi_deal_product on kpi_deal_product.opportunity_id = placed.opportunity_id
