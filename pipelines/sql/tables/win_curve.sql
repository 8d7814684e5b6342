-- one row per entity, cohort (all, fiscal year of creation) and age in whole weeks up to its oldest deal
create or replace table win_curve (
  entity_type varchar not null,
  entity_id varchar not null,
  cohort varchar not null,
  cohort_start date,
  age_days integer not null,
  won_rate double not null,
  lost_rate double not null,
  lower double not null,
  upper double not null,
  at_risk integer not null,
  count_deals integer not null
)
