-- one row per rep with a quota, fiscal period and view: where the rep belonged, the quota, what was booked
create or replace table kpi_rep_period as
with
carried as (
  select
    kpi_quota.entity_id as rep_id,
    kpi_quota.period,
    kpi_quota.period_start,
    period_end,
    quota_cents,
    -- a period belongs where the rep was on its last day, one in progress or to come where today
    greatest(least(period_end, as_of), least(kpi_quota.period_start, as_of)) as held_on
  from kpi_quota
  join fiscal_period using (period, period_start)
  cross join run
  where entity_type = 'rep' and quota_cents > 0
),
placed as (
  select
    carried.*,
    unnest([
      {
        view: 'as_was',
        team_id: coalesce(held.team_id, 'unassigned'),
        region_id: coalesce(held.region_id, 'unassigned')
      },
      {
        view: 'as_is',
        team_id: coalesce(rep.team_id, 'unassigned'),
        region_id: coalesce(rep.region_id, 'unassigned')
      }
    ], max_depth := 2)
  from carried
  left join kpi_assignment as held
    on held.rep_id = carried.rep_id
    and held.valid_from <= held_on and held.valid_to > held_on
  left join rep on rep.rep_id = carried.rep_id
)
select
  placed.* exclude (held_on),
  kpi_component.bookings_cents
from placed
left join kpi_component
  on kpi_component.entity_type = 'rep' and kpi_component.entity_id = placed.rep_id
  and kpi_component.view = placed.view and kpi_component.period = placed.period
  and kpi_component.period_start = placed.period_start
