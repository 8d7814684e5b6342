-- one row per open opportunity: where it stands, for how long, and how often its close date was put off
with
step as (
  select
    opportunity_version.source,
    opportunity_version.opportunity_id,
    opportunity_version.valid_from,
    opportunity_version.close_date > lag(opportunity_version.close_date) over history as is_push,
    opportunity_version.stage is distinct from lag(opportunity_version.stage) over history
      as is_new_stage
  from opportunity_version
  join opportunity
    on opportunity.source = opportunity_version.source
    and opportunity.opportunity_id = opportunity_version.opportunity_id
  where opportunity.status = 'open' and opportunity_version.status = 'open'
  window history as (
    partition by opportunity_version.source, opportunity_version.opportunity_id
    order by opportunity_version.version
  )
),
told as (
  select
    source,
    opportunity_id,
    max(valid_from) filter (where is_new_stage)::date as stage_since,
    count(*) filter (where is_push) as count_pushes
  from step
  group by source, opportunity_id
),
-- how long deals of the company stayed in a stage before they left it
usual as (
  select stage, quantile_cont(stay_days, 0.75) as usual_days, count(*) as count_stays
  from kpi_stage_stay
  group by stage
)
select
  opportunity.opportunity_id,
  opportunity.name,
  account.name as account,
  coalesce(opportunity.rep_id, 'unassigned') as rep_id,
  rep.name as owner,
  coalesce(rep.team_id, 'unassigned') as team_id,
  opportunity.stage,
  stage.position,
  opportunity.bookings_cents,
  opportunity.close_date,
  coalesce(opportunity.close_date < run.as_of, false) as is_overdue,
  run.as_of - told.stage_since as stage_days,
  case when usual.count_stays >= run.min_cell then usual.usual_days end as usual_days,
  coalesce(
    usual.count_stays >= run.min_cell and run.as_of - told.stage_since > usual.usual_days,
    false
  ) as is_stale,
  told.count_pushes,
  opportunity.last_activity_date,
  source_file.path as file,
  opportunity.source_line as line
from opportunity
cross join run
left join told
  on told.source = opportunity.source and told.opportunity_id = opportunity.opportunity_id
left join usual on usual.stage = opportunity.stage
left join stage on stage.source = opportunity.source and stage.stage = opportunity.stage
left join account
  on account.source = opportunity.source and account.account_id = opportunity.account_id
left join rep on rep.rep_id = opportunity.rep_id
left join source_file on source_file.file_id = opportunity.source_file_id
where opportunity.status = 'open'
order by rep_id, opportunity.bookings_cents desc nulls last, opportunity.source, opportunity.opportunity_id
