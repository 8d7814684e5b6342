-- one row per opportunity and span of time in one state: the state, and its stage's place in the sale
create or replace view kpi_version as
select
  told.source,
  told.opportunity_id,
  told.version,
  told.valid_from,
  told.valid_to,
  told.basis,
  told.stage,
  stage.position,
  told.status,
  told.rep_id,
  told.amount_cents,
  told.bookings_cents,
  told.close_date,
  told.forecast_category
from opportunity_version as told
left join stage on stage.source = told.source and stage.stage = told.stage
