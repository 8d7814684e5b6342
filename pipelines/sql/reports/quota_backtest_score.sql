-- one row per grain and rule: how its quotas fared over all complete periods
select *
from quota_backtest_score
order by period, error_rate, rule
