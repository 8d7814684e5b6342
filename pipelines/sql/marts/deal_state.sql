-- one row per opportunity and span of time in one open state: the state, and what it had been through by then
create or replace table deal_state as
with step as (
  select
    told.*,
    coalesce(status <> 'open' and lag(status) over history = 'open', false) as is_end,
    stage is distinct from lag(stage) over history as is_new_stage,
    close_date - lag(close_date) over history as moved_days,
    {minor: amount_minor, currency: currency} as price
  from opportunity_version as told
  window history as (partition by opportunity_id order by version)
),
course as (
  select
    *,
    -- an opportunity that is reopened begins anew
    1 + count(*) filter (where is_end) over until_now as spell,
    max(case when is_new_stage then valid_from end) over until_now as stage_since,
    min(valid_from) over until_now as open_since,
    count(*) filter (where moved_days > 0) over until_now as count_pushes,
    count(*) filter (where moved_days < 0) over until_now as count_pulls,
    coalesce(sum(moved_days) filter (where moved_days > 0) over until_now, 0) as pushed_days,
    first_value(case when amount_minor is not null then price end ignore nulls) over until_now
      as first_price
  from step
  window until_now as (
    partition by opportunity_id order by version
    rows between unbounded preceding and current row
  )
)
select
  opportunity_id,
  version,
  spell::integer as spell,
  -- it holds at the end of each day from the first up to the one before the last, within the cutoffs
  greatest(valid_from::date, first_cutoff) as from_day,
  least(valid_to::date, last_cutoff + 1) as to_day,
  rep_id,
  stage,
  stage_since::date as stage_since,
  open_since::date as open_since,
  amount_minor,
  currency,
  amount_cents,
  bookings_cents,
  case when first_price.currency = currency then first_price.minor end as first_minor,
  count_pushes,
  count_pulls,
  pushed_days::bigint as pushed_days,
  close_date,
  probability_rate,
  forecast_category
from course
cross join cutoff_span
-- of an inferred state nothing is known but that there was one
where status = 'open' and basis <> 'inferred'
  and valid_from::date < valid_to::date
  and valid_from::date <= last_cutoff and valid_to::date > first_cutoff
