-- one row per horizon and tenth of the chances given at past cutoffs: what they came to
select *
from deal_calibration
order by horizon, decile
