-- one row per opportunity that converts at a rate dated after it, for want of an earlier one
insert into finding
select
  'rate_before_first', 'warn', 'opportunity', opportunity.opportunity_id, source_file_id,
  source_line,
  'converts as of ' || rate_date || '; the first rate of ' || opportunity.currency || ' is of '
    || rate.date
from opportunity
join currency_rate as rate
  on rate.currency = opportunity.currency
  and rate.valid_from <= rate_date and rate.valid_to > rate_date
where rate.date > rate_date
  and (amount_cents is not null or bookings_cents is not null)
