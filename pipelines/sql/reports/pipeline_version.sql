-- one row per opportunity, day on which what a pipeline counts changed and drop that told it, of those that a reader may ask for between two dates
with
-- the last state of a day stands for it, from the drop on that told it
daily as (
  select
    told.opportunity_id,
    told.version,
    told.valid_from::date as valid_from,
    told.known_from,
    told.status,
    told.rep_id,
    coalesce(opportunity.segment, removed.segment) as segment,
    coalesce(opportunity.territory_id, removed.territory_id) as territory_id,
    told.amount_minor,
    told.currency,
    told.close_date
  from opportunity_version as told
  left join opportunity on opportunity.opportunity_id = told.opportunity_id
  left join removed_opportunity as removed on removed.opportunity_id = told.opportunity_id
  -- of an inferred state nobody told stage, amount or date
  where told.basis <> 'inferred'
  qualify coalesce(
    min(told.known_from) over (
      partition by told.opportunity_id, told.valid_from::date order by told.version
      rows between 1 following and unbounded following
    ) > told.known_from,
    true
  )
),
ranked as (
  select
    *,
    -- the drop from which on another version is what held at the first date
    min(case when valid_from <= $from_date::date then known_from end) over (
      partition by opportunity_id order by version rows between 1 following and unbounded following
    ) as replaced_from,
    -- what held at the first date and at the last one, as known on either day and today
    max(version) filter (where valid_from <= $from_date::date and known_from <= $from_date::date)
      over deal as first_told,
    max(version) filter (where valid_from <= $from_date::date and known_from <= $to_date::date)
      over deal as first_corrected,
    max(version) filter (where valid_from <= $from_date::date) over deal as first_version,
    max(version) filter (where valid_from <= $to_date::date and known_from <= $to_date::date)
      over deal as last_told,
    max(version) filter (where valid_from <= $to_date::date) over deal as last_version
  from daily
  window deal as (partition by opportunity_id)
),
held as (
  select *
  from ranked
  where valid_from <= $to_date::date
    and case
      when $is_ends_only
        then version in (first_told, first_corrected, first_version, last_told, last_version)
      else coalesce(replaced_from > greatest(known_from, $from_date::date), true)
    end
),
followed as (
  select
    held.*,
    lag(known_from) over versions as known_before,
    lag((status, rep_id, amount_minor, currency, close_date)) over versions as before
  from held
  window versions as (partition by opportunity_id order by version)
),
changed as (
  select *, count(*) over (partition by opportunity_id) as count_versions
  from followed
  where before is distinct from (status, rep_id, amount_minor, currency, close_date)
    -- what is told again stays as long as it was told before what it repeats
    or known_from < known_before
)
select
  opportunity_id, valid_from, known_from, status, rep_id, segment, territory_id, amount_minor, currency,
  close_date
from changed
-- what was closed before and stays so is in no pipeline
where status = 'open' or count_versions > 1 or valid_from > $from_date::date
order by opportunity_id, valid_from, known_from
