-- one row per open opportunity that is dated to close in the current fiscal quarter or before, the 500 largest
select
  opportunity.opportunity_id,
  opportunity.name,
  account.name as account,
  rep.name as owner,
  rep.rep_id,
  opportunity.stage,
  opportunity.forecast_category,
  opportunity.probability_rate,
  opportunity.close_date,
  opportunity.close_date < run.as_of as is_overdue,
  opportunity.bookings_cents,
  count(*) over () as count_all,
  count(*) filter (where opportunity.close_date < run.as_of) over () as count_overdue
from opportunity
cross join run
join fiscal_period
  on fiscal_period.period = 'quarter'
  and fiscal_period.is_current
  and opportunity.close_date <= fiscal_period.period_end
left join account on account.account_id = opportunity.account_id
left join rep on rep.rep_id = opportunity.rep_id
where opportunity.status = 'open'
order by opportunity.bookings_cents desc nulls last, opportunity.opportunity_id
limit 500
