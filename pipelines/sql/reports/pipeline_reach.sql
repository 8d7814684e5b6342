-- one row: the first day that every source's pipeline is known on, and the first that a file of so many versions reaches back to
with
known as (
  select
    source,
    valid_from::date as valid_from,
    known_from,
    basis,
    -- a file from some day on holds what is open after it, and what closes after it
    case when status = 'open' then valid_to::date - 1 else valid_from::date end as last_date
  from opportunity_version
  where valid_from::date < valid_to::date and basis <> 'inferred'
),
told as (
  select
    source,
    coalesce(bool_or(basis = 'history'), false) as has_history,
    -- drops tell what was open at their date: what closed before the first of them is missing
    coalesce(min(valid_from) filter (where basis = 'history'), min(known_from)) as first_known
  from known
  group by source
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
  max(first_known) as first_known,
  coalesce(list(source order by source) filter (where not has_history), []) as drop_sources,
  coalesce(
    (
      select list(distinct drop_date order by drop_date)
      from source_file
      where object = 'opportunity' and drop_date is not null
    ),
    []
  ) as drop_dates,
  greatest(
    max(first_known),
    coalesce(
      (select min(first_date) from quarter where count_versions <= $limit),
      (select max(first_date) from quarter)
    )
  ) as first_date
from told
