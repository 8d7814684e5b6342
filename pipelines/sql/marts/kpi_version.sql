-- one row per opportunity and span of time in one state: its stage's place in the sale, its owner, its bookings
create or replace view kpi_version as
with
-- what a history doesn't tell is null
told as (
  select
    null::varchar as rep_id,
    null::bigint as bookings_cents
  where false
  union all by name
  from opportunity_version
)
select
  told.opportunity_id,
  told.version,
  told.valid_from,
  told.valid_to,
  told.stage,
  told.status,
  told.amount_cents,
  -- a history of amounts alone is scaled to the measure that the deal is booked in today
  case
    when told.bookings_cents is not null then told.bookings_cents
    when opportunity.bookings_cents = opportunity.amount_cents then told.amount_cents
    when opportunity.amount_cents <> 0 then
      round(told.amount_cents::double * opportunity.bookings_cents / opportunity.amount_cents)::bigint
  end as bookings_cents,
  told.close_date,
  told.forecast_category,
  coalesce(told.rep_id, opportunity.rep_id, 'unassigned') as rep_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  opportunity.source,
  stage.position
from told
join opportunity on opportunity.opportunity_id = told.opportunity_id
left join stage on stage.source = opportunity.source and stage.stage = told.stage
