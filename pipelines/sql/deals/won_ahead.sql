-- one row per deal known at the end of a cutoff to be won, with a close date after it
select
  version.opportunity_id,
  version.rep_id,
  deal.segment,
  version.close_date,
  -- versions are converted at the rate of the deal's close date, which nobody knew
  bookings_at(
    version.bookings_cents, version.amount_cents, version.amount_minor,
    rate.digits, rate.per_company_currency, run.currency_digits
  ) as bookings_cents
from opportunity_version as version
cross join run
join kpi_known_deal as deal on deal.opportunity_id = version.opportunity_id
left join currency_rate as rate
  on rate.currency = version.currency
  and rate.valid_from <= $cutoff::date and rate.valid_to > $cutoff::date
where version.status = 'won'
  and version.valid_from::date <= $cutoff::date and version.valid_to::date > $cutoff::date
  and version.close_date > $cutoff::date
  and version.bookings_cents is not null
order by version.opportunity_id
