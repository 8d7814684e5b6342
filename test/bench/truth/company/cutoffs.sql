-- one row per past cutoff of a month
select cutoff
from deal_cutoff
where is_monthly and not is_as_of
order by cutoff
