-- one row per opportunity and day on which what a pipeline counts changed, of those that hold between two dates
with
-- what a history doesn't tell is null
told as (
  select
    null::varchar as rep_id,
    null::bigint as amount_minor,
    null::varchar as currency,
    null::varchar as basis
  where false
  union all by name
  from opportunity_version
),
-- the last state of a day stands for it
daily as (
  select
    told.opportunity_id,
    told.valid_from::date as valid_from,
    told.valid_to::date as valid_to,
    told.status,
    coalesce(told.rep_id, opportunity.rep_id, 'unassigned') as rep_id,
    opportunity.segment,
    -- a history without the deal's own currency holds its amount at the deal's own rate
    coalesce(
      told.amount_minor,
      round(
        told.amount_cents::double / pow(10, run.currency_digits)
          * rate.per_company_currency * pow(10, rate.digits)
      )::bigint
    ) as amount_minor,
    coalesce(told.currency, opportunity.currency) as currency,
    told.close_date
  from told
  cross join run
  left join opportunity on opportunity.opportunity_id = told.opportunity_id
  left join currency_rate as rate
    on rate.currency = opportunity.currency
    and rate.valid_from <= opportunity.rate_date and rate.valid_to > opportunity.rate_date
  where told.valid_from::date < told.valid_to::date
    -- what an opportunity was before anything was told of it
    and told.basis is distinct from 'inferred'
),
held as (
  select *
  from daily
  where case
    when $is_ends_only then
      (valid_from <= $from_date::date and valid_to > $from_date::date)
      or (valid_from <= $to_date::date and valid_to > $to_date::date)
    else valid_from <= $to_date::date and valid_to > $from_date::date
  end
),
followed as (
  select
    held.*,
    lag((status, rep_id, amount_minor, currency, close_date)) over (
      partition by opportunity_id order by valid_from
    ) as before
  from held
),
changed as (
  select *, count(*) over (partition by opportunity_id) as count_versions
  from followed
  where before is distinct from (status, rep_id, amount_minor, currency, close_date)
)
select opportunity_id, valid_from, status, rep_id, segment, amount_minor, currency, close_date
from changed
-- what was closed before and stays so is in no pipeline
where status = 'open' or count_versions > 1 or valid_from > $from_date::date
order by opportunity_id, valid_from
