-- one row per place in the quarter, the year's last apart: deals of the two years before a cutoff created and won in it
select weeks_to_end, is_year_end, created_count, won_count
from deal_place
where cutoff = $cutoff::date
order by is_year_end, weeks_to_end
