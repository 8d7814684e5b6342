-- one row per segment, type and age in weeks: deals of the two years before a cutoff that were won, lost or last seen open at it
select segment, deal_type, age_weeks, won_count, lost_count, open_count, priced_count, won_cents, won_square
from deal_conversion
where cutoff = $cutoff::date
order by segment, deal_type, age_weeks
