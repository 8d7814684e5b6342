-- one row per current fiscal period and earlier one that it is held against: the day at which that is cut
create or replace table same_day_period as
select
  present.period,
  present.period_start,
  compared_with,
  earlier.period_start as earlier_start,
  -- a period that is over is held against a whole one
  case
    when as_of >= present.period_end then earlier.period_end
    else least(
      earlier.period_start + (as_of - present.period_start)::integer,
      earlier.period_end
    )
  end as until
from fiscal_period as present
cross join run
-- the year before a year is also the period before it
cross join (values ('previous'), ('year_before')) as comparison (compared_with)
join kpi_period as earlier
  on earlier.period = present.period
  and case compared_with
    when 'previous' then earlier.period_end = present.period_start - 1
    else earlier.period_start = (present.period_start - interval 1 year)::date
  end
where present.is_current
  -- the period in which the data begin is no measure
  and not earlier.is_cut_off
