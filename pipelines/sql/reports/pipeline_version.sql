-- one row per opportunity and day on which what a pipeline counts changed, of those that hold between two dates
with
-- the last state of a day stands for it
daily as (
  select
    told.opportunity_id,
    told.valid_from::date as valid_from,
    told.valid_to::date as valid_to,
    told.status,
    told.rep_id,
    opportunity.segment,
    told.amount_minor,
    told.currency,
    told.close_date
  from opportunity_version as told
  left join opportunity on opportunity.opportunity_id = told.opportunity_id
  where told.valid_from::date < told.valid_to::date
    -- of an inferred state nobody told stage, amount or date
    and told.basis <> 'inferred'
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
