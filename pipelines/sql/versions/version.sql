-- one row per state of an opportunity that is due: from when it held, and which drop first told it
create or replace temp table version as
with stated as (
  select
    source,
    opportunity_id,
    valid_from,
    known_from,
    basis,
    rank,
    row_order,
    coalesce(
      last_value(stage.status ignore nulls) over until_now,
      (first_value(case when stage is not null then {before: stage_before} end ignore nulls) over from_now)
        .before.status
    ) as status,
    coalesce(
      last_value(stage ignore nulls) over until_now,
      first_value(coalesce(stage_before, stage) ignore nulls) over from_now
    ) as stage,
    coalesce(
      last_value(amount ignore nulls) over until_now,
      -- the first change of a field names what was before, be it nothing
      first_value(coalesce(amount_before, amount) ignore nulls) over from_now
    ) as amount,
    coalesce(
      last_value(parts ignore nulls) over until_now, first_value(parts ignore nulls) over from_now
    ) as parts,
    coalesce(
      last_value(close_date ignore nulls) over until_now,
      first_value(coalesce(close_date_before, close_date) ignore nulls) over from_now
    ) as close_date,
    coalesce(
      last_value(probability ignore nulls) over until_now, first_value(probability ignore nulls) over from_now
    ) as probability,
    coalesce(
      last_value(category ignore nulls) over until_now, first_value(category ignore nulls) over from_now
    ) as category,
    coalesce(
      last_value(owner ignore nulls) over until_now,
      first_value(coalesce(owner_before, owner) ignore nulls) over from_now
    ) as owner
  from told
  window
    until_now as (
      partition by source, opportunity_id order by valid_from, rank, known_from, row_order
      rows between unbounded preceding and current row
    ),
    -- what nobody had told yet is taken to have been as it was first told
    from_now as (
      partition by source, opportunity_id order by valid_from, rank, known_from, row_order
      rows between current row and unbounded following
    )
),
flat as (
  select
    source,
    opportunity_id,
    valid_from,
    known_from,
    basis,
    rank,
    row_order,
    stage.value as stage,
    coalesce(status, 'open') as status,
    amount.minor as amount_minor,
    parts.recurring as recurring_minor,
    parts.annual as annual_minor,
    amount.currency as currency,
    close_date.value as close_date,
    probability.value as probability_rate,
    category.value as forecast_category,
    owner.value as owner_id
  from stated
),
-- a telling that the next one at the same moment overrides was never seen by anybody
seen as (
  select * replace (
    -- a drop that confirms what the history told of the same moment leaves it the history's
    case when lag(valid_from) over tellings = valid_from then lag(basis) over tellings else basis end
      as basis
  )
  from flat
  window tellings as (
    partition by source, opportunity_id order by valid_from, rank, known_from, row_order
  )
  qualify not coalesce(
    lead(valid_from) over tellings = valid_from and lead(known_from) over tellings <= known_from,
    false
  )
),
-- one that tells nothing new is no version, unless what it repeats became known after it
changed as (
  select *
  from seen
  window tellings as (
    partition by source, opportunity_id order by valid_from, rank, known_from, row_order
  )
  qualify coalesce(
    lag(known_from) over tellings > known_from
    or lag(
      (stage, status, amount_minor, recurring_minor, annual_minor, currency, close_date,
        probability_rate, forecast_category, owner_id)
    ) over tellings is distinct from
      (stage, status, amount_minor, recurring_minor, annual_minor, currency, close_date,
        probability_rate, forecast_category, owner_id),
    true
  )
)
select
  * exclude (rank, row_order),
  row_number() over (
    partition by source, opportunity_id order by valid_from, rank, known_from, row_order
  )::integer as place
from changed
