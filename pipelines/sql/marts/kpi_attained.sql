-- one row per company, region or team, fiscal period and view with reps that carry a quota
create or replace table kpi_attained as
with
-- how many months of a year a rep has a quota for, where quarters or months say it
covered as (
  select entity_id as rep_id, year_start, greatest(3 * quarters, months) as months
  from (
    select
      entity_id,
      year_start,
      count(*) filter (period = 'quarter') as quarters,
      count(*) filter (period = 'month') as months
    from kpi_quota
    join kpi_month on period_start = month_start
    where entity_type = 'rep' and period in ('month', 'quarter') and quota_cents > 0
    group by all
  )
),
-- the earnings that go with a year's quota are those of its last day, for the months it is for; a
-- condition on the left side alone would make this join compare every pair of rows
placed as (
  select
    kpi_rep_entity.*,
    case when period = 'year' then rep_id end as earning_rep_id,
    least(period_end, as_of) as last_date
  from kpi_rep_entity
  cross join run
),
earned as (
  select
    placed.*,
    (on_target_earnings_cents * coalesce(months, 12) // 12)::bigint as target_earnings_cents
  from placed
  left join rep_earnings
    on rep_earnings.rep_id = earning_rep_id and valid_from <= last_date and valid_to > last_date
  left join covered on covered.rep_id = placed.rep_id and year_start = period_start
),
counted as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    count(*) filter (bookings_cents >= quota_cents) as attained_count,
    count(*) filter (period_start <= as_of) as quota_rep_count,
    count(*) filter (target_earnings_cents > 0) as earnings_count,
    sum(quota_cents) filter (target_earnings_cents > 0) as earning_quota_cents,
    sum(target_earnings_cents) filter (target_earnings_cents > 0) as target_earnings_cents
  from earned
  cross join run
  group by all
)
select
  counted.* exclude (target_earnings_cents, earning_quota_cents),
  null::varchar as breakdown,
  -- what a few people earn is theirs
  case when earnings_count >= min_cell then earning_quota_cents::bigint end as earning_quota_cents,
  case when earnings_count >= min_cell then target_earnings_cents::bigint end
    as target_earnings_cents
from counted
cross join run
