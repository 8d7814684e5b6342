-- one row per kind of finding and object, with how often it occurs, worst first; rejected rows by their reason
with counted as (
  select finding, severity, object, count(*) as occurrences
  from finding
  group by finding, severity, object
  union all
  select reason, 'reject', object, count(*)
  from rejected_row
  group by reason, object
)
select
  counted.finding,
  counted.severity,
  counted.object,
  counted.occurrences,
  check_kind.description
from counted
left join check_kind on check_kind.finding = counted.finding and counted.severity <> 'reject'
order by
  list_position(['refuse', 'reject', 'warn', 'note'], counted.severity),
  counted.occurrences desc, counted.finding, counted.object
