-- one row per last day of a quarter before the current one, of the latest whose open deals were told then
select period_end as day
from kpi_period
cross join run
left join kpi_told on true
where period = 'quarter' and period_end < as_of and not is_cut_off
  and told_since <= period_end
order by day desc
limit $quarters
