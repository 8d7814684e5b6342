-- one row per entity, view and fiscal period: what a company's own formula divides
create or replace table {{own}} (
  entity_type varchar not null,
  entity_id varchar not null,
  view varchar not null,
  period varchar not null,
  period_start date not null,
  numerator double,
  denominator double,
  n bigint not null
)
