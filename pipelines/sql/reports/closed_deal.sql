-- one row per deal and closed quarter that it changed: what it brought at the close, what it brings now, and whose it was and is
with placed as (
  select
    restated_deal.*,
    held_then.team_id as team_id_then,
    held_then.region_id as region_id_then,
    held_now.team_id as team_id_now,
    held_now.region_id as region_id_now
  from restated_deal
  left join rep_assignment as held_then
    on held_then.rep_id = rep_id_then
    and held_then.valid_from <= close_date_then and held_then.valid_to > close_date_then
  left join rep_assignment as held_now
    on held_now.rep_id = rep_id_now
    and held_now.valid_from <= close_date_now and held_now.valid_to > close_date_now
)
select
  placed.opportunity_id,
  coalesce(placed.name, removed.name, placed.opportunity_id) as name,
  placed.period_start,
  fiscal_period.label,
  placed.known_on,
  placed.changed_on,
  placed.change,
  placed.status_then,
  placed.status_now,
  placed.bookings_then_cents,
  placed.bookings_now_cents,
  placed.rep_id_then,
  placed.rep_id_now,
  coalesce(rep_then.name, placed.rep_id_then) as owner_then,
  coalesce(rep_now.name, placed.rep_id_now) as owner_now,
  case when rep_id_then is not null then coalesce(placed.team_id_then, 'unassigned') end
    as team_id_then,
  case when rep_id_now is not null then coalesce(placed.team_id_now, 'unassigned') end
    as team_id_now,
  case when rep_id_then is not null then coalesce(placed.region_id_then, 'unassigned') end
    as region_id_then,
  case when rep_id_now is not null then coalesce(placed.region_id_now, 'unassigned') end
    as region_id_now,
  source_file.path as file,
  coalesce(opportunity.source_line, removed.source_line) as line
from placed
join fiscal_period
  on fiscal_period.period = 'quarter' and fiscal_period.period_start = placed.period_start
left join opportunity on opportunity.opportunity_id = placed.opportunity_id
left join removed_opportunity as removed on removed.opportunity_id = placed.opportunity_id
left join source_file
  on source_file.file_id = coalesce(opportunity.source_file_id, removed.source_file_id)
left join rep as rep_then on rep_then.rep_id = placed.rep_id_then
left join rep as rep_now on rep_now.rep_id = placed.rep_id_now
order by placed.period_start desc, placed.source, placed.opportunity_id
