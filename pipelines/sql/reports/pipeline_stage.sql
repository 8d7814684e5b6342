-- one row per stage of open opportunities, in the order of the sale: how many there are, their worth, and how long they have been in it
with placed as (
  select
    opportunity.stage,
    opportunity.amount_cents,
    run.as_of - open_stay.stage_since as stage_days
  from opportunity
  cross join run
  left join open_stay on open_stay.opportunity_id = opportunity.opportunity_id
  where opportunity.status = 'open'
)
select
  listed.stage,
  listed.position,
  count(placed.stage) as count_open,
  count(placed.stage) - count(placed.amount_cents) as count_without_amount,
  sum(placed.amount_cents)::bigint as amount_cents,
  quantile_cont(placed.stage_days, [0.25, 0.5, 0.75]) as stage_days_quartiles
from stage_place as listed
left join placed on placed.stage = listed.stage
where listed.is_open
group by listed.stage, listed.position
order by listed.position, listed.stage
