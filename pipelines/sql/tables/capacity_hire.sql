-- one row per role, month of the planned year and probability: the hires that make the target as likely
create or replace table capacity_hire (
  role varchar not null,
  period_start date not null,
  probability double not null,
  -- null where even 200 don't
  count_hires integer,
  -- what one of them is expected to book in the year
  expected_cents bigint not null,
  primary key (role, period_start, probability)
)
