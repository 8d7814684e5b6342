-- one row per day from the first cutoff to the one after the last: how many cutoffs lie before it
create or replace table cutoff_day as
with day as (
  select first_cutoff + nth::integer as day
  from cutoff_span
  cross join range(0, (last_cutoff - first_cutoff) + 2) as days(nth)
)
select day.day, count(deal_cutoff.cutoff)::integer as count_before
from day
left join deal_cutoff on deal_cutoff.cutoff < day.day
group by day.day
