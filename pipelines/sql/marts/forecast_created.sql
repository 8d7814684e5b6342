-- one row per rep (as is), segment and month: opportunities created up to the as-of
create or replace table forecast_created as
select
  coalesce(rep.rep_id, 'unassigned') as rep_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  date_trunc('month', created_date)::date as period_start,
  count(*)::integer as created_count
from opportunity
cross join run
left join rep using (rep_id)
where created_date between date_trunc('month', first_close_date) and as_of
group by all
order by rep_id, segment, period_start
