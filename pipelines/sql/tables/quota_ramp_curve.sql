-- one row per role and month of service until reps count as ramped: production as a share of a ramped rep's
create or replace table quota_ramp_curve (
  role varchar not null,
  service_month integer not null,
  share double not null,
  -- 80 % range; null where hires are too few to tell
  lower_80_share double,
  upper_80_share double,
  count_hires integer not null,
  primary key (role, service_month)
)
