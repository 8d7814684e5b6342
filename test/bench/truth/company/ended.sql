-- one row per opportunity and time that it was open and then ended
select opportunity_id, spell, outcome, ended_on
from deal_outcome
order by opportunity_id, spell
