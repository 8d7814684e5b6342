-- one row per complete period with quotas, rule and rep: the quota, what came, and the odds that had been told
select period, period_start, rule, rep_id, quota_cents, actual_cents, attainment_probability
from quota_backtest
order by all
