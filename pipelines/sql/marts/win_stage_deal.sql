-- one row per decided opportunity and open stage that it was in: the days it spent there, and whether it ended there
create or replace table win_stage_deal as
with stay as (
  select
    opportunity_version.opportunity_id,
    coalesce(opportunity_version.stage, 'unassigned') as stage,
    opportunity.status as outcome,
    opportunity.amount_cents,
    valid_from::date as entered,
    least(valid_to::date, opportunity.close_date) as left_on,
    max(version) over (partition by opportunity_version.opportunity_id) = version as is_last
  from opportunity_version
  join opportunity on opportunity.opportunity_id = opportunity_version.opportunity_id
  where opportunity_version.status = 'open'
    and opportunity.status in ('won', 'lost')
)
select
  opportunity_id,
  stage,
  outcome,
  -- a deal written off with an earlier close date spent no days after it
  sum(greatest(left_on - entered, 0)) as days,
  bool_or(is_last) as is_last_stage,
  any_value(amount_cents) as amount_cents
from stay
group by opportunity_id, stage, outcome
