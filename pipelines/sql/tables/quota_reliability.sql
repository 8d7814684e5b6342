-- one row per grain and slice of odds, over all rules and periods: what was said and what came
create or replace table quota_reliability (
  period varchar not null,
  slice integer not null,
  count_quotas integer not null,
  expected_share double not null,
  attained_share double not null,
  -- 95 % range of the attained share
  lower_95 double not null,
  upper_95 double not null,
  primary key (period, slice)
)
