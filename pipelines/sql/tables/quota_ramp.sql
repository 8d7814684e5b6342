-- one row per month of service in which a new rep carries less than a full quota
create or replace table quota_ramp (
  month_of_service integer primary key,
  ramp_share double not null
)
