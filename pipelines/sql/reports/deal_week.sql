-- one row per open opportunity and week: its chances to have been won, or lost, by the week's end
select opportunity_id, week_end, round(won_rate, 3) as won_rate, round(lost_rate, 3) as lost_rate
from deal_week
order by opportunity_id, week_end
