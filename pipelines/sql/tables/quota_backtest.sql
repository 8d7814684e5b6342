-- one row per complete period with quotas, rule and rep: what the rule would have set from what was known when it began
create or replace table quota_backtest (
  period varchar not null,
  period_start date not null,
  rule varchar not null,
  rep_id varchar not null,
  quota_cents bigint not null,
  actual_cents bigint not null,
  -- as would have been said when the period began
  attainment_probability double not null,
  primary key (period, period_start, rule, rep_id)
)
