-- one row per opportunity, and time that it was open, that was won by the as-of date
select opportunity_id, spell
from deal_outcome
where outcome = 'won'
order by opportunity_id, spell
