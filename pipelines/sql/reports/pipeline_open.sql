-- one row per open opportunity, the 2,000 longest in their stage and the 2,000 pushed most often: its age, its stage and its pushes
with
step as (
  select
    opportunity_version.opportunity_id,
    opportunity_version.version,
    opportunity_version.valid_from,
    opportunity_version.close_date,
    opportunity_version.close_date - lag(opportunity_version.close_date) over history as moved_days,
    opportunity_version.stage is distinct from lag(opportunity_version.stage) over history
      as is_new_stage
  from opportunity_version
  join opportunity on opportunity.opportunity_id = opportunity_version.opportunity_id
  where opportunity.status = 'open' and opportunity_version.status = 'open'
  window history as (
    partition by opportunity_version.opportunity_id order by opportunity_version.version
  )
),
told as (
  select
    opportunity_id,
    max(valid_from) filter (where is_new_stage)::date as stage_since,
    count(*) filter (where moved_days > 0) as count_pushes,
    coalesce(sum(moved_days) filter (where moved_days > 0), 0)::bigint as pushed_days,
    min_by(close_date, version) as first_close_date
  from step
  group by opportunity_id
),
placed as (
  select
    opportunity.opportunity_id,
    opportunity.name,
    account.name as account,
    rep.name as owner,
    rep.rep_id,
    rep.team_id,
    opportunity.stage,
    stage.position,
    opportunity.amount_cents,
    opportunity.close_date,
    coalesce(opportunity.close_date < run.as_of, false) as is_overdue,
    run.as_of - opportunity.created_date as age_days,
    run.as_of - told.stage_since as stage_days,
    told.count_pushes,
    told.pushed_days,
    told.first_close_date,
    source_file.path as file,
    opportunity.source_line as line
  from opportunity
  cross join run
  left join told on told.opportunity_id = opportunity.opportunity_id
  left join stage on stage.source = opportunity.source and stage.stage = opportunity.stage
  left join account on account.account_id = opportunity.account_id
  left join rep on rep.rep_id = opportunity.rep_id
  left join source_file on source_file.file_id = opportunity.source_file_id
  where opportunity.status = 'open'
),
ranked as (
  select
    *,
    row_number() over (order by stage_days desc nulls last, opportunity_id) as stage_rank,
    row_number() over (
      order by count_pushes desc nulls last, pushed_days desc nulls last, opportunity_id
    ) as push_rank,
    count(*) over () as count_all,
    sum(amount_cents) over ()::bigint as amount_all_cents,
    sum(amount_cents) filter (where count_pushes > 0) over ()::bigint as amount_pushed_cents,
    count(*) filter (where is_overdue) over () as count_overdue,
    count(*) filter (where count_pushes > 0) over () as count_pushed,
    -- of the quarter in progress, which the page compares with its beginning
    sum(amount_cents) filter (
      where is_overdue
        and close_date >= (
          select period_start from fiscal_period where period = 'quarter' and is_current
        )
    ) over ()::bigint as overdue_quarter_cents
  from placed
)
select *
from ranked
where stage_rank <= 2000 or push_rank <= 2000
order by stage_rank
