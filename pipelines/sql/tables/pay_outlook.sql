-- one row per quarter of the running fiscal year that isn't over, and the year: variable pay earned so far, and what it is forecast to come to with its range of 80 %
create or replace table pay_outlook (
  period varchar not null,
  period_start date not null,
  count_people integer not null,
  earned_cents bigint not null,
  expected_cents bigint not null,
  lower_80_cents bigint not null,
  upper_80_cents bigint not null,
  primary key (period, period_start)
)
