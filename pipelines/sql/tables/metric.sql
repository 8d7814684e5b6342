-- one row per metric: what the registry says of it
create or replace table metric (
  metric varchar not null,
  position integer not null,
  label varchar not null,
  definition varchar not null,
  formula varchar not null,
  components varchar not null,
  needs varchar not null,
  numerator varchar not null,
  denominator varchar,
  count varchar not null,
  unit varchar not null,
  better varchar not null,
  date_basis varchar not null,
  lookback_months integer not null,
  periods varchar not null,
  entity_types varchar[] not null,
  when_empty double,
  null_rule varchar not null,
  needs_min_cell boolean not null,
  has_quartiles boolean not null
)
