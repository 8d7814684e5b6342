-- one row: the first day that a pipeline is known on, and the first that a file of so many versions reaches back to
with
told as (
  select null::varchar as basis where false
  union all by name
  from opportunity_version
),
known as (
  select
    valid_from::date as valid_from,
    basis,
    -- a file from some day on holds what is open after it, and what closes after it
    case when status = 'open' then valid_to::date - 1 else valid_from::date end as last_date
  from told
  where valid_from::date < valid_to::date and basis is distinct from 'inferred'
),
daily as (
  select last_date, count(*) as count_versions
  from known
  group by last_date
),
quarter as (
  select
    fiscal_period.period_start - 1 as first_date,
    coalesce(sum(count_versions), 0) as count_versions
  from fiscal_period
  cross join run
  left join daily on daily.last_date >= fiscal_period.period_start
  where fiscal_period.period = 'quarter' and fiscal_period.period_start <= run.as_of
  group by fiscal_period.period_start
)
select
  min(valid_from) as first_known,
  -- drops tell what was at their date, and nothing of before the first of them
  coalesce(bool_or(basis = 'drop'), false) as is_from_drops,
  greatest(
    min(valid_from),
    coalesce(
      (select min(first_date) from quarter where count_versions <= $limit),
      (select max(first_date) from quarter)
    )
  ) as first_date
from known
