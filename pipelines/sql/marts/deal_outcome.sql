-- one row per opportunity and time that it was open and then ended: how, on which day, and when that was told
create or replace table deal_outcome as
with step as (
  select
    told.*,
    coalesce(status <> 'open' and lag(status) over history = 'open', false) as is_end
  from opportunity_version as told
  window history as (partition by opportunity_id order by version)
),
ended as (
  select
    *,
    row_number() over (partition by opportunity_id order by version) as spell
  from step
  where is_end
)
select
  opportunity_id,
  spell::integer as spell,
  -- a deal that is deleted brings no bookings: it ends like a lost one
  case when status = 'won' then 'won' else 'lost' end as outcome,
  -- bookings count on the close date, which may be noted some days after it
  case when status = 'won' then least(coalesce(close_date, valid_from::date), valid_from::date)
    else valid_from::date end as ended_on,
  valid_from::date as known_on,
  rep_id,
  case when status = 'won' then bookings_cents end as won_cents,
  bookings_cents
from ended
cross join run
where valid_from::date <= as_of
