-- one row per metric, entity, fiscal period, view and breakdown
create or replace table kpi (
  metric varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  view varchar not null,
  breakdown varchar,
  value double,
  numerator double,
  denominator double,
  n bigint not null,
  lower_quartile double,
  median double,
  upper_quartile double,
  status varchar not null,
  -- in a period in progress, too, a few deals tell nothing
  is_too_few boolean not null
)
