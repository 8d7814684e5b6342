-- one row per open opportunity, the 2,000 longest in their stage and the 2,000 pushed most often: its age, its stage and its pushes
with placed as (
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
    run.as_of - open_stay.stage_since as stage_days,
    open_stay.count_pushes,
    open_stay.pushed_days,
    open_stay.first_close_date,
    source_file.path as file,
    opportunity.source_line as line
  from opportunity
  cross join run
  left join open_stay on open_stay.opportunity_id = opportunity.opportunity_id
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
